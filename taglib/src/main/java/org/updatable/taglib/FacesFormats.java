package org.updatable.taglib;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.StateHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.DateTimeConverter;
import jakarta.faces.convert.FacesConverter;
import jakarta.faces.convert.NumberConverter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.updatable.format.Format;

/** Understands the converters of a page: as formats that need no page. */
final class FacesFormats {
    private static final String OTHERWISE =
            "%s writes \"%s\", and what was understood of it writes \"%s\". Write its attributes on the tag itself.";
    private static final String HAS_STATE =
            "%s keeps state for its page, and what is pushed later is written without the page. Let it not be a StateHolder, or use an ordinary tag.";
    private static final String NOT_THERE =
            "%s cannot be made again for what is pushed later. Let it be a public class with a public constructor without parameters, or a CDI bean.";

    private static final List<Number> NUMBERS = List.of(0, 0.5, -1_234_567.987_654_321, 12);
    private static final OffsetDateTime MOMENT = OffsetDateTime.parse("2026-11-05T13:09:07.5+03:00");

    private FacesFormats() {}

    /**
     * The format that writes as a converter does.
     *
     * @param component for which the converter works in the page
     * @throws Mistake when there is none
     */
    static Format of(Converter<?> converter, FacesContext faces, UIComponent component) throws Mistake {
        try {
            if (converter instanceof NumberConverter numbers) return ofNumbers(numbers, faces, component);
            if (converter instanceof DateTimeConverter dates) return ofDates(dates, faces, component);
            return ofApplication(converter, faces, component);
        } catch (IllegalArgumentException | ConverterException mistake) {
            throw new Mistake(String.valueOf(mistake.getMessage()));
        }
    }

    /** The converter does not tell 0 digits from digits that nobody set: what it writes tells. */
    private static Format ofNumbers(NumberConverter numbers, FacesContext faces, UIComponent component) throws Mistake {
        Map<String, String> settings = new HashMap<>();
        settings.put("locale", numbers.getLocale().toLanguageTag());
        put(settings, "pattern", numbers.getPattern());
        put(settings, "currencyCode", numbers.getCurrencyCode());
        put(settings, "currencySymbol", numbers.getCurrencySymbol());
        if (!numbers.isGroupingUsed()) settings.put("groupingUsed", "false");
        Map<String, Integer> digits = new HashMap<>();
        digits.put("minIntegerDigits", numbers.getMinIntegerDigits());
        digits.put("maxIntegerDigits", numbers.getMaxIntegerDigits());
        digits.put("minFractionDigits", numbers.getMinFractionDigits());
        digits.put("maxFractionDigits", numbers.getMaxFractionDigits());
        digits.forEach((name, count) -> {
            if (count != 0) settings.put(name, count.toString());
        });
        digits.values().removeIf(count -> count != 0);
        Format first = Format.of(numbers.getType(), settings); // says what is wrong before the converter does
        List<String> undecided = List.copyOf(digits.keySet());
        String wanted = written(number -> asString(numbers, faces, component, number));
        for (int zeros = 0; zeros < 1 << undecided.size(); zeros++) {
            Map<String, String> tried = new HashMap<>(settings);
            for (int i = 0; i < undecided.size(); i++) if ((zeros >> i & 1) == 1) tried.put(undecided.get(i), "0");
            Format format = Format.of(numbers.getType(), tried);
            if (written(format::shown).equals(wanted)) return format;
        }
        throw new Mistake(OTHERWISE.formatted(numbers.getClass().getName(), wanted, written(first::shown)));
    }

    private static String written(UnaryOperator<@Nullable Object> format) {
        return String.join(
                " | ",
                NUMBERS.stream()
                        .map(number -> String.valueOf(format.apply(number)))
                        .toList());
    }

    private static Format ofDates(DateTimeConverter dates, FacesContext faces, UIComponent component) throws Mistake {
        Map<String, String> settings = new HashMap<>();
        settings.put("locale", dates.getLocale().toLanguageTag());
        put(settings, "pattern", dates.getPattern());
        put(settings, "dateStyle", style(dates.getDateStyle()));
        put(settings, "timeStyle", style(dates.getTimeStyle()));
        TimeZone zone = dates.getTimeZone();
        if (Formatting.IN_ZONE.contains(dates.getType()) && zone != null) settings.put("timeZone", zone.getID());
        Format format = Format.of(dates.getType(), settings);
        Object moment = moment(dates.getType());
        String wanted = asString(dates, faces, component, moment);
        String understood = String.valueOf(format.shown(moment));
        if (understood.equals(wanted)) return format;
        throw new Mistake(OTHERWISE.formatted(dates.getClass().getName(), wanted, understood));
    }

    @SuppressWarnings("JavaUtilDate") // the converter takes nothing else
    private static Object moment(String type) {
        return switch (type) {
            case "localDate" -> LocalDate.from(MOMENT);
            case "localTime" -> LocalTime.from(MOMENT);
            case "localDateTime" -> LocalDateTime.from(MOMENT);
            case "offsetTime" -> OffsetTime.from(MOMENT);
            case "offsetDateTime" -> MOMENT;
            case "zonedDateTime" -> ZonedDateTime.from(MOMENT);
            default -> Date.from(Instant.from(MOMENT));
        };
    }

    /** Written for the page by the page's own converter, as long as another one writes the same without it. */
    private static Format ofApplication(Converter<?> converter, FacesContext faces, UIComponent component)
            throws Mistake {
        Optional<Class<?>> managed = managed(converter, faces);
        if (managed.isEmpty() && converter instanceof StateHolder state && !state.isTransient())
            throw new Mistake(HAS_STATE.formatted(converter.getClass().getName()));
        Class<?> type = managed.orElseGet(() -> FacesConverters.typeOf(converter));
        UnaryOperator<@Nullable Object> again = new FacesConverters()
                .named(type.getName())
                .orElseThrow(() -> new Mistake(NOT_THERE.formatted(type.getName())));
        return Format.converted(type.getName(), value -> {
            String text = asString(converter, faces, component, value);
            Object otherwise;
            try {
                otherwise = again.apply(value);
            } catch (RuntimeException failure) {
                throw new NeedsTheView(converter, text, "throws " + failure);
            }
            if (text.equals(otherwise)) return text;
            throw new NeedsTheView(converter, text, "writes \"" + otherwise + "\"");
        });
    }

    /** What Faces hands out for a converter that CDI manages is another object, which keeps its name or class as state. */
    private static Optional<Class<?>> managed(Converter<?> converter, FacesContext faces) {
        if (!(converter instanceof StateHolder holder) || !(holder.saveState(faces) instanceof Object[] state))
            return Optional.empty();
        return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> bean.getQualifiers().stream()
                        .anyMatch(qualifier -> qualifier instanceof FacesConverter named && isIn(state, named)))
                .<Class<?>>map(Bean::getBeanClass)
                .findFirst();
    }

    private static boolean isIn(Object[] state, FacesConverter converter) {
        Object named = converter.value().isEmpty() ? converter.forClass() : converter.value();
        return converter.managed() && Arrays.asList(state).contains(named);
    }

    @SuppressWarnings("unchecked") // a page's converter is given what the page shows
    private static String asString(
            Converter<?> converter, FacesContext faces, UIComponent component, @Nullable Object value) {
        String text = ((Converter<Object>) converter).getAsString(faces, component, value);
        return text == null ? "" : text;
    }

    private static String style(@Nullable String style) {
        return style == null || style.equals("default") ? "" : style.toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, String> settings, String name, @Nullable String value) {
        if (value != null) settings.put(name, value);
    }
}
