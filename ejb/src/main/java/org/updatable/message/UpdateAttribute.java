package org.updatable.message;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The value that an attribute of the elements of a group has from now on.
 *
 * @param group the group's name
 * @param name the attribute's name
 * @param value a plain value: null takes the attribute away
 */
public record UpdateAttribute(
        String group, String name, @Nullable Object value) implements Update {
    private static final Pattern NAME = Pattern.compile("[a-z_:][a-z0-9_.:-]*");

    /** What a browser runs, reads as markup, or needs to stay live. */
    private static final Pattern REFUSED = Pattern.compile("on.*|srcdoc|data-update-.*");

    /** Refuses what is no attribute, and those that a value must not reach. */
    public UpdateAttribute {
        if (group.isEmpty()) throw new IllegalArgumentException("A group has a name.");
        if (!isName(name))
            throw new IllegalArgumentException(
                    "The attribute \"%s\" cannot be updated: it is none, or one that a browser would run."
                            .formatted(name));
    }

    /**
     * Whether an attribute of that name may be updated.
     *
     * @param name what is meant as an attribute
     * @return false for what is no attribute, for {@code on*} and {@code srcdoc}, and for our own
     */
    public static boolean isName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NAME.matcher(lower).matches() && !REFUSED.matcher(lower).matches();
    }

    @Override
    public String aspect() {
        return "@" + name;
    }

    @Override
    public Update to(String group) {
        return new UpdateAttribute(group, name, value);
    }
}
