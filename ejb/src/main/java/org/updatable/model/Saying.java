package org.updatable.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updatable.TogglesClass;
import org.updatable.UpdatesAttribute;
import org.updatable.message.Update;

/** How a property's value is said to who watches one path of its row: as a text, a class, or an attribute. */
public final class Saying {
    private final Kind kind;
    private final String path;
    private final String name;

    /** What a value becomes. */
    public enum Kind {
        /** A text. */
        VALUE,
        /** Whether there is a class. */
        CLASS,
        /** The value of an attribute. */
        ATTRIBUTE
    }

    private Saying(Kind kind, String path, String name) {
        this.kind = kind;
        this.path = path;
        this.name = name;
    }

    /** What the annotations of an attribute or a getter say; its value as text, where they say nothing. */
    static List<Saying> of(Accessor accessor, String property) {
        List<Saying> said = Stream.concat(
                        accessor.annotations(TogglesClass.class)
                                .map(toggle -> new Saying(Kind.CLASS, path(toggle.path(), property), toggle.value())),
                        accessor.annotations(UpdatesAttribute.class)
                                .map(attribute -> new Saying(
                                        Kind.ATTRIBUTE, path(attribute.path(), property), attribute.value())))
                .distinct()
                .toList();
        said.forEach(Saying::check);
        return said.isEmpty() ? List.of(asText(property)) : said;
    }

    static Saying asText(String property) {
        return new Saying(Kind.VALUE, property, "");
    }

    /** The same to who watches it through a reference. */
    Saying below(String reference) {
        return new Saying(kind, reference + '.' + path, name);
    }

    /**
     * What a value becomes.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Whose watchers are told.
     *
     * @return a path of the row
     */
    public String path() {
        return path;
    }

    /**
     * What of an element is updated.
     *
     * @return the class or the attribute; empty for a text
     */
    public String name() {
        return name;
    }

    /**
     * Says a value.
     *
     * @param group the group of the path
     * @param value a plain value
     * @return the update
     */
    public Update update(String group, @Nullable Object value) {
        return switch (kind) {
            case VALUE -> Update.value(group, value);
            case CLASS -> Update.toggleClass(group, name, isTruthy(value));
            case ATTRIBUTE -> Update.attribute(group, name, value);
        };
    }

    /**
     * Whether a plain value puts a class there.
     *
     * @param value a plain value
     * @return true when it is true, a number other than 0, or a text that is not empty
     */
    public static boolean isTruthy(@Nullable Object value) {
        return Optional.ofNullable(value)
                .map(present -> !present.equals(false) && !present.equals("") && !isZero(present))
                .orElse(false);
    }

    private static boolean isZero(Object value) {
        return value instanceof Number number && number.longValue() == 0;
    }

    private static String path(String declared, String property) {
        return declared.isEmpty() ? property : declared;
    }

    /** The updates themselves refuse what cannot be said. */
    private void check() {
        update("any", null);
        if (!AttributePath.isPath(path))
            throw new IllegalArgumentException(
                    "\"%s\" is not a path: write letters, digits, -, _ and dots.".formatted(path));
    }
}
