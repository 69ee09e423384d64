package org.updatable;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of a live entity that says what a change of one of its properties means, instead of its value:
 *
 * <pre>{@code
 * @UpdatesWith("status")
 * List<Update> statusUpdates() {
 *     return List.of(
 *             Update.value("status", status.label()),
 *             Update.toggleClass("main-div", "published", status == PUBLISHED));
 * }
 * }</pre>
 *
 * <p>It takes nothing and answers one {@link org.updatable.message.Update} or a collection of them. Their groups are paths
 * of this entity, such as {@code main-div}. It is called after the commit, on an entity that was read then, when somebody
 * watches one of its rows. When it throws, that is reported, and the entity's other fields are said all the same.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface UpdatesWith {

    /**
     * Whose changes it says.
     *
     * @return a live property, which then says no text by itself
     */
    String value();
}
