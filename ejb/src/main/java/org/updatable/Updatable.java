package org.updatable;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an entity live: when a transaction that changed it commits, every open page that shows one of its
 * properties shows the new value.
 *
 * <p>All basic properties are live, except the id, the version, and those that say {@link UpdatesExcluded}.
 * Subclasses are live with their root entity.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Updatable {}
