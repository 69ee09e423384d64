package org.updatable;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a property of an {@link Updatable} entity private: it is never compared and never pushed, and a tag
 * that names it is a mistake, also through a reference of another entity. What is {@code mappedBy} it is not live either.
 * Stands on the field or on the getter.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface UpdatesExcluded {

    /**
     * Whether clients at {@code /updates/post} may write it, where they {@linkplain Updatable#writable() may write}: a
     * password, for example. It is not told to anybody all the same.
     *
     * @return false, which is the default
     */
    boolean writable() default false;
}
