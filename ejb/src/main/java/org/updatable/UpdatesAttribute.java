package org.updatable;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of a live property, says the value of an attribute of elements: {@code @UpdatesAttribute("src") String image;}. Null
 * takes the attribute away, and so does false one that has no value, such as {@code disabled}. May stand several times,
 * and beside {@link TogglesClass}; then the property says all of that, and no text.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
@Repeatable(UpdatesAttribute.Several.class)
public @interface UpdatesAttribute {

    /**
     * What is updated.
     *
     * @return an attribute; not one that a browser would run, such as {@code onclick}
     */
    String value();

    /**
     * Whose watchers are told.
     *
     * @return a path of the entity, such as {@code main-div}; empty for the property's name
     */
    String path() default "";

    /** Several of them. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.METHOD})
    @interface Several {

        /**
         * All of them.
         *
         * @return in the order in which they are written
         */
        UpdatesAttribute[] value();
    }
}
