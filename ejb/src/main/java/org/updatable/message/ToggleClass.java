package org.updatable.message;

import java.util.regex.Pattern;

/**
 * Whether the elements of a group have a class from now on. It sets, and does not flip.
 *
 * @param group the group's name
 * @param name one CSS class
 * @param present whether they have it
 */
public record ToggleClass(String group, String name, boolean present) implements Update {
    private static final Pattern CLASS = Pattern.compile("\\S+");

    /** Refuses what is no class. */
    public ToggleClass {
        if (group.isEmpty()) throw new IllegalArgumentException("A group has a name.");
        if (!isName(name)) throw new IllegalArgumentException("\"%s\" is not one CSS class.".formatted(name));
    }

    /**
     * Whether an element can have a class of that name.
     *
     * @param name what is meant as one CSS class
     * @return false when it is empty or holds white space
     */
    public static boolean isName(String name) {
        return CLASS.matcher(name).matches();
    }

    @Override
    public String aspect() {
        return "." + name;
    }

    @Override
    public Update to(String group) {
        return new ToggleClass(group, name, present);
    }
}
