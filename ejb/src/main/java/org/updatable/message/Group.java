package org.updatable.message;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The name that a browser watches, such as {@code post-1-title}. Composed and parsed on the server only: to a client
 * it is opaque.
 *
 * <p>In an id {@code -}, {@code %} and white space are percent-encoded, so that the name falls apart in one way only, and names can
 * stand in a list; UUIDs stay plain, since their shape is known. What is shown in several forms, such as in several languages, has a group for each:
 * {@code post-1-status~de}.
 *
 * @param namespace the live entity's name; holds no {@code -}
 * @param id the row's id as text, not encoded
 * @param path the property; may hold {@code -}, and no {@code ~}
 * @param format the form in which the value is shown; empty for the plain value
 */
public record Group(String namespace, String id, String path, String format) {
    /**
     * The path of who has changed the row last. No property can have that name. It is never open: only who was shown it may watch
     * it.
     */
    public static final String ACTOR = "@actor";

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final int UUID_LENGTH = 36;

    /** What would end an id, or a name in a list of names. */
    private static final List<Escape> IN_IDS = Escape.of("-", " ", "\t", "\n", "\f", "\r");

    /** What would end a path, or a name in a list of names. */
    private static final List<Escape> IN_CONTEXTS = Escape.of("~", " ", "\t", "\n", "\f", "\r");

    /** Known before: a page joins hundreds of groups, and a thousand pages may come at once. */
    private record Escape(String character, String code) {

        /** Of these, and of the percent sign, which comes first. */
        static List<Escape> of(String... characters) {
            return Stream.concat(Stream.of("%"), Stream.of(characters))
                    .map(character -> new Escape(character, "%%%02X".formatted((int) character.charAt(0))))
                    .toList();
        }
    }

    /**
     * Reads a name.
     *
     * @param name what a client sent
     * @return its parts, or empty when no live field can have that name
     */
    public static Optional<Group> parse(String name) {
        int idAt = name.indexOf('-') + 1;
        if (idAt < 2) return Optional.empty();
        int idEnd = startsWithUuid(name, idAt) ? idAt + UUID_LENGTH : name.indexOf('-', idAt);
        if (idEnd <= idAt || idEnd + 1 >= name.length()) return Optional.empty();
        int formatAt = name.indexOf('~', idEnd);
        String path = name.substring(idEnd + 1, formatAt < 0 ? name.length() : formatAt);
        String format = formatAt < 0 ? "" : name.substring(formatAt + 1);
        Group group = new Group(name.substring(0, idAt - 1), decode(name.substring(idAt, idEnd)), path, format);
        return group.name().equals(name) ? Optional.of(group) : Optional.empty();
    }

    /**
     * The path of a property for one context.
     *
     * @param property the property's name
     * @param context any text
     * @return such as {@code like.23}
     */
    public static String path(String property, String context) {
        return property + '.' + encode(context, IN_CONTEXTS);
    }

    /**
     * The context of a path.
     *
     * @param path what {@link #path} made of a property and its context
     * @return the context's text
     */
    public static String context(String path) {
        return decode(path.substring(path.indexOf('.') + 1), IN_CONTEXTS);
    }

    /**
     * The name as the wire carries it.
     *
     * @return {@code namespace-id-path} or {@code namespace-id-path~format}
     */
    public String name() {
        String plain = namespace + '-' + encode(id) + '-' + path;
        return format.isEmpty() ? plain : plain + '~' + format;
    }

    private static boolean startsWithUuid(String name, int at) {
        int end = at + UUID_LENGTH;
        return end < name.length()
                && name.charAt(end) == '-'
                && UUID.matcher(name).region(at, end).matches();
    }

    private static String encode(String id) {
        return id.length() == UUID_LENGTH && UUID.matcher(id).matches() ? id : encode(id, IN_IDS);
    }

    private static String decode(String id) {
        return decode(id, IN_IDS);
    }

    private static String encode(String text, List<Escape> escapes) {
        String encoded = text;
        for (Escape escape : escapes)
            if (text.contains(escape.character())) encoded = encoded.replace(escape.character(), escape.code());
        return encoded;
    }

    private static String decode(String text, List<Escape> escapes) {
        if (text.indexOf('%') < 0) return text;
        String decoded = text;
        for (int at = escapes.size() - 1; at >= 0; at--)
            decoded = decoded.replace(escapes.get(at).code(), escapes.get(at).character());
        return decoded;
    }
}
