package org.updatable.message;

import org.jspecify.annotations.Nullable;

/**
 * The value that a group shows from now on.
 *
 * @param group the group's name
 * @param value a plain value: null, a String, a Boolean, an Integer or a Long
 * @param html whether the value is markup, for elements that the page rendered as such; text otherwise
 */
public record UpdateValue(String group, @Nullable Object value, boolean html) implements Update {

    /** Refuses a group without a name. */
    public UpdateValue {
        if (group.isEmpty()) throw new IllegalArgumentException("A group has a name.");
    }

    /**
     * A text, or another plain value.
     *
     * @param group the group's name
     * @param value a plain value
     */
    public UpdateValue(String group, @Nullable Object value) {
        this(group, value, false);
    }

    @Override
    public String aspect() {
        return "";
    }

    @Override
    public Update to(String group) {
        return new UpdateValue(group, value, html);
    }
}
