package org.updatable.message;

import org.jspecify.annotations.Nullable;

/** One thing a server says to the browsers that watch a group. */
public sealed interface Update permits UpdateValue, ToggleClass, UpdateAttribute {

    /**
     * The group whose watchers are told.
     *
     * @return the group's name, never empty
     */
    String group();

    /**
     * Of what the group shows, the part that this is about: a later update replaces an earlier one of the same group and
     * aspect, and leaves the others alone.
     *
     * @return for one group, different for its value, each of its classes, and each of its attributes
     */
    String aspect();

    /**
     * The same thing, said to the watchers of another group.
     *
     * @param group the other group's name
     * @return an update of the same kind and content
     */
    Update to(String group);

    /**
     * A group shows a value from now on.
     *
     * @param group the group's name, such as {@code post-1-like.23}
     * @param value null, a text, a truth or a number; anything else is shown as its {@code toString()}
     * @return the update
     * @throws IllegalArgumentException when the group is empty
     */
    static Update value(String group, @Nullable Object value) {
        return new UpdateValue(group, value);
    }

    /**
     * The elements of a group have a class from now on, or have it no longer.
     *
     * @param group the group's name, such as {@code post-1-main-div}
     * @param name one CSS class
     * @param present whether they have it
     * @return the update
     * @throws IllegalArgumentException when the group or the class is empty, or the class holds white space
     */
    static Update toggleClass(String group, String name, boolean present) {
        return new ToggleClass(group, name, present);
    }

    /**
     * The elements of a group have an attribute with a value from now on.
     *
     * @param group the group's name, such as {@code post-1-image}
     * @param name the attribute's name, such as {@code src}
     * @param value null to take the attribute away; a truth for an attribute that is there or not, such as
     *     {@code disabled}; else its text
     * @return the update
     * @throws IllegalArgumentException when the group is empty, or the attribute is none that may be updated
     */
    static Update attribute(String group, String name, @Nullable Object value) {
        return new UpdateAttribute(group, name, value);
    }
}
