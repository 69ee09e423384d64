package org.updatable.taglib;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Markup: its names are checked, its values are escaped. */
final class Html {
    private static final Pattern ELEMENT = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z_:][A-Za-z0-9_.:-]*");

    /** Elements whose content a browser runs, or reads otherwise than as escaped text; and those that have none. */
    private static final Set<String> NOT_FOR_TEXT = Set.of(
            "script",
            "style",
            "iframe",
            "noembed",
            "noframes",
            "noscript",
            "plaintext",
            "template",
            "xmp",
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "source",
            "track",
            "wbr");

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
        if (NOT_FOR_TEXT.contains(name.toLowerCase(Locale.ROOT)))
            throw new IllegalArgumentException(
                    "element=\"%s\" does not show text. Write one that does, such as span or h1.".formatted(name));
        return name;
    }

    /**
     * An element that shows a text.
     *
     * @throws IllegalArgumentException when the name, or that of an attribute, cannot be written
     */
    static String element(String name, Map<String, ?> attributes, String text) {
        String start = attributes.isEmpty() ? elementName(name) : elementName(name) + " " + attributes(attributes);
        return "<" + start + ">" + text(text) + "</" + name + ">";
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

    private static String attributeName(String name) {
        if (!ATTRIBUTE.matcher(name).matches())
            throw new IllegalArgumentException("\"%s\" is not the name of an HTML attribute.".formatted(name));
        return name;
    }
}
