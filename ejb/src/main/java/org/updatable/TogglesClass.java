package org.updatable;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of a live property, says nothing but whether elements have a class: they have it while the property is true, a number
 * other than 0, or a text that is not empty. May stand several times, and beside {@link UpdatesAttribute}; then the
 * property says all of that, and no text.
 *
 * <p>{@code @TogglesClass(value = "hidden", path = "main-div") boolean hidden;} hides what a page shows with
 * {@code <upd:live entity="#{post}" field="hidden">}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
@Repeatable(TogglesClass.Several.class)
public @interface TogglesClass {

    /**
     * What is toggled.
     *
     * @return one CSS class
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
        TogglesClass[] value();
    }
}
