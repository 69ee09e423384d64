package org.updatable.taglib;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Markup: its names are checked, its values are escaped. */
final class Html {
    private static final Pattern ELEMENT = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z_:][A-Za-z0-9_.:-]*");

    /** Attributes for which true and false are texts; the others are there or not. */
    private static final Pattern SAYS_TRUE_AND_FALSE =
            Pattern.compile("aria-.*|data-.*|draggable|contenteditable|spellcheck|translate", Pattern.CASE_INSENSITIVE);

    private static final Pattern IGNORED = Pattern.compile("[\\x00-\\x20]");

    /** An attribute and its address: code, and data, unless it is looked at or listened to. */
    private static final Pattern UNSAFE = Pattern.compile(
            "(?!(src|poster) data:(image|audio|video)/)\\S+ ((java|vb)script|data):.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Elements whose content a browser runs, or reads otherwise than as escaped text. */
    private static final Set<String> NOT_FOR_TEXT =
            Set.of("script", "style", "iframe", "noembed", "noframes", "noscript", "plaintext", "template", "xmp");

    /** Elements without content. */
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private Html() {}

    /**
     * Checks the name of an element that is to show a text.
     *
     * @return the name
     * @throws IllegalArgumentException when it is no name, or that of an element which does not show text
     */
    static String elementName(String name) {
        if (!ELEMENT.matcher(name).matches())
            throw new IllegalArgumentException(
                    "element=\"%s\" is not the name of an HTML element. Write one such as span or h1.".formatted(name));
        if (NOT_FOR_TEXT.contains(name.toLowerCase(Locale.ROOT)) || isVoid(name))
            throw new IllegalArgumentException(
                    "element=\"%s\" does not show text. Write one that does, such as span or h1.".formatted(name));
        return name;
    }

    /** Whether an element has no content, as {@code img} has none. */
    static boolean isVoid(String name) {
        return VOID.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * An element that shows a text.
     *
     * @throws IllegalArgumentException when the name, or that of an attribute, cannot be written
     */
    static String element(String name, Map<String, ?> attributes, String text) {
        return start(elementName(name), attributes) + text(text) + "</" + name + ">";
    }

    /** As {@link #element}, around markup that is written as it is. */
    static String elementOfMarkup(String name, Map<String, ?> attributes, String markup) {
        return start(elementName(name), attributes) + markup + "</" + name + ">";
    }

    /** The start tag of an element. */
    static String start(String name, Map<String, ?> attributes) {
        return attributes.isEmpty() ? "<" + name + ">" : "<" + name + " " + attributes(attributes) + ">";
    }

    /**
     * Attributes as they stand in a start tag, with nothing around them.
     *
     * @throws IllegalArgumentException when a name cannot be written
     */
    static String attributes(Map<String, ?> attributes) {
        return attributes.entrySet().stream()
                .map(attribute -> attributeName(attribute.getKey()) + "=\"" + text(attribute.getValue()) + "\"")
                .collect(Collectors.joining(" "));
    }

    /** A text, escaped for an element's content and for a quoted attribute alike. */
    static String text(Object text) {
        return text.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }

    /**
     * What stands for a value in an attribute, as the browser's script would set it.
     *
     * @return its text; empty when the element does not have the attribute then
     */
    static Optional<String> attributeValue(String name, @Nullable Object value) {
        if (value == null) return Optional.empty();
        if (!(value instanceof Boolean there)
                || SAYS_TRUE_AND_FALSE.matcher(name).matches())
            return Optional.of(value.toString()).filter(text -> !isUnsafe(name, text));
        return there ? Optional.of("") : Optional.empty();
    }

    /** A browser skips white space and control characters in an address. */
    private static boolean isUnsafe(String name, String value) {
        return UNSAFE.matcher(name + " " + IGNORED.matcher(value).replaceAll(""))
                .matches();
    }

    private static String attributeName(String name) {
        if (!ATTRIBUTE.matcher(name).matches())
            throw new IllegalArgumentException("\"%s\" is not the name of an HTML attribute.".formatted(name));
        return name;
    }
}
