package org.updatable.message;

import org.jspecify.annotations.Nullable;

/**
 * The value that a group shows from now on.
 *
 * @param group the group's name
 * @param value a plain value: null, a String, a Boolean, an Integer or a Long
 */
public record UpdateValue(String group, @Nullable Object value) implements Update {}
