package org.updatable.model;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.updatable.change.PlainValue;

/**
 * What people read instead of an enum's constants: the resource bundle beside the enum and of its name, for example
 * {@code Status.properties} and {@code Status_de.properties}, whose keys are the constants.
 */
final class Labels {
    /** Never the server's own language, and never a class: that would be the enum itself. */
    private static final Control PROPERTIES = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Class<?> type;

    private Labels(Class<?> type) {
        this.type = type;
    }

    /** The labels of a type, or empty when it is no enum or has no bundle. */
    static Optional<Labels> of(Class<?> type) {
        if (!type.isEnum() || type.getClassLoader() == null) return Optional.empty(); // none is Java's own, as Month
        Labels labels = new Labels(type);
        try {
            labels.bundle(Locale.ROOT);
            return Optional.of(labels);
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }

    /** The language that a reader gets who wants this one; the root locale for that of the bundle without a language. */
    Locale language(Locale wanted) {
        return bundle(wanted).getLocale();
    }

    /** The label of one constant, or of several as a collection says them; a constant without a label is its own. */
    String label(Object constants, Locale wanted) {
        ResourceBundle bundle = bundle(wanted);
        return Stream.of(constants.toString().split(PlainValue.SEPARATOR))
                .map(constant -> bundle.containsKey(constant) ? bundle.getString(constant) : constant)
                .collect(Collectors.joining(PlainValue.SEPARATOR));
    }

    private ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(type.getName(), locale, type.getClassLoader(), PROPERTIES);
    }
}
