package org.updatable;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shapes what observers at {@code /updates/post} are told of a row, instead of its live fields. Stands on a method without
 * parameters of the entity, which answers a {@link java.util.Map} by names, or any object that JSON-B writes as a JSON object, its
 * adapters included. The {@code pk} and the {@code id} are added. Observers are told again whenever a live property of the row
 * differs; of what the method takes from other rows, as of a getter that is {@link Updatable}. What a {@link SubscriptionPolicy}
 * hides is left out where it stands under its own name.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface UpdatesJson {}
