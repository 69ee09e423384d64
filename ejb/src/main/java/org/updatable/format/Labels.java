package org.updatable.format;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/**
 * What people read instead of an enum's constants: the resource bundle beside the enum and of its name, for example
 * {@code Status.properties} and {@code Status_de.properties}, whose keys are the constants.
 *
 * @param language one that the labels have
 */
record Labels(Locale language) implements Format {
    /** Never the server's own language, and never a class: that would be the enum itself. */
    private static final Control PROPERTIES = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    @Override
    public String name() {
        return language.toLanguageTag();
    }

    /** A constant without a label is its own. */
    @Override
    public @Nullable Object shown(@Nullable Object value) {
        if (!(value instanceof Enum<?> constant)) return value;
        return bundle(constant.getDeclaringClass(), language)
                .filter(labels -> labels.containsKey(constant.name()))
                .map(labels -> labels.getString(constant.name()))
                .orElse(constant.name());
    }

    /** The nearest language that the labels of a type have; the root locale for that of the bundle without a language. */
    static Optional<Locale> language(Class<?> type, Locale wanted) {
        return bundle(type, wanted).map(ResourceBundle::getLocale);
    }

    private static Optional<ResourceBundle> bundle(Class<?> type, Locale locale) {
        if (!type.isEnum() || type.getClassLoader() == null) return Optional.empty(); // none is Java's own, as Month
        try {
            return Optional.of(ResourceBundle.getBundle(type.getName(), locale, type.getClassLoader(), PROPERTIES));
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }
}
