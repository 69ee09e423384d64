package org.updatable.message;

import java.util.regex.Pattern;

/** The name of a channel: a word, which no group of an entity's row can be called. */
public final class ChannelName {
    private static final Pattern PATTERN = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    private ChannelName() {}

    /**
     * Whether something is the name of a channel.
     *
     * @param name anything
     * @return false when no channel can be called like that
     */
    public static boolean isOne(String name) {
        return PATTERN.matcher(name).matches();
    }

    /**
     * Refuses what is no name of a channel.
     *
     * @param name anything
     * @return the name
     * @throws IllegalArgumentException when no channel can be called like that; the message says what is wrong
     */
    public static String check(String name) {
        if (isOne(name)) return name;
        throw new IllegalArgumentException(
                "\"%s\" is no name of a channel: that is lower case letters, digits and _, at most 63 of them, and does not begin with a digit."
                        .formatted(name));
    }
}
