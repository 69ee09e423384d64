package org.updatable.taglib;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Texts that are shipped in several languages, and that a page may say otherwise. */
final class Wording {
    private final ResourceBundle shipped;
    private final Map<String, String> own;

    /**
     * Texts in a language that we have, or else in English.
     *
     * @param whose beside this class they are
     * @param own the page's own ones, plain, by name
     */
    Wording(Class<?> whose, Locale locale, Map<String, String> own) {
        this.own = Map.copyOf(own);
        shipped = ResourceBundle.getBundle(
                whose.getName(),
                locale,
                whose.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** A text, plain. */
    String text(String name) {
        return own.containsKey(name) ? own.getOrDefault(name, "") : shipped.getString(name);
    }
}
