package org.updatable.format;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One way to write values. A page and what is pushed to it are written by the same format, and so look alike. Its name
 * says all of it: a server that was restarted understands the names in the pages that are still open.
 */
public interface Format {
    /** What {@code f:convertDateTime} calls otherwise where the value has no time zone. */
    Map<String, String> LOCAL = Map.of("localDate", "date", "localTime", "time", "localDateTime", "both");

    /**
     * The name, as it stands in those of groups.
     *
     * @return without white space
     */
    String name();

    /**
     * Writes a value.
     *
     * @param value what a property has, or the plain value where it is not known what that was
     * @return what to show; the value itself where this format has no way to write it
     * @throws RuntimeException what a converter of the application throws
     */
    @Nullable
    Object shown(@Nullable Object value);

    /**
     * The names of everything that can be said of a format, beside its type and its locale.
     *
     * @return those of {@link #of}
     */
    static Set<String> settings() {
        Set<String> settings = new TreeSet<>(Numbers.SETTINGS);
        settings.addAll(DatesAndTimes.SETTINGS);
        return settings;
    }

    /**
     * The format that a page describes by the names which {@code f:convertNumber} and {@code f:convertDateTime} have.
     *
     * @param type {@code number}, {@code currency} or {@code percent}; {@code date}, {@code time} or {@code both}; or one
     *     of those that {@code f:convertDateTime} has for java.time
     * @param settings of a number: {@code pattern}, {@code currencyCode}, {@code currencySymbol}, {@code groupingUsed},
     *     {@code minIntegerDigits}, {@code maxIntegerDigits}, {@code minFractionDigits}, {@code maxFractionDigits}; of a
     *     date or time: {@code pattern}, {@code dateStyle}, {@code timeStyle}, {@code timeZone}; and {@code locale}
     * @return the format
     * @throws IllegalArgumentException when it cannot be understood; the message says which part of it
     */
    static Format of(String type, Map<String, String> settings) {
        Style style = new Style(LOCAL.getOrDefault(type, type), settings);
        return Numbers.TYPES.contains(type) ? new Numbers(style) : new DatesAndTimes(style);
    }

    /**
     * The labels of an enum: the resource bundle beside it and of its name, whose keys are the constants.
     *
     * @param type any type
     * @param wanted the reader's language
     * @return the format in the nearest language that the labels have; empty when the type is no enum or has none
     */
    static Optional<Format> labels(Class<?> type, Locale wanted) {
        return Labels.language(type, wanted).map(Labels::new);
    }

    /**
     * A converter of the application.
     *
     * @param converter its name, as {@link Converters} finds it
     * @param shown writes a value
     * @return the format
     */
    static Format converted(String converter, UnaryOperator<@Nullable Object> shown) {
        return new Converted(converter, shown);
    }

    /**
     * Reads a name.
     *
     * @param name what a client sent
     * @return the format; empty when none has that name
     */
    static Optional<Format> parse(String name) {
        try {
            Style style = Style.parse(name);
            Optional<Format> format;
            if (style.type().equals(Converted.TYPE)) format = Converted.of(style);
            else if (Numbers.TYPES.contains(style.type()) || DatesAndTimes.TYPES.contains(style.type()))
                format = Optional.of(of(style.type(), style.settings()));
            else format = Optional.of(new Labels(Locale.forLanguageTag(name)));
            return format.filter(found -> found.name().equals(name));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
