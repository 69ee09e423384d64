package org.updatable.format;

import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times, as {@code f:convertDateTime} writes them. What is a moment is written in the time zone; what has no
 * zone is not moved to another one.
 */
record DatesAndTimes(Style style) implements Format {
    private static final String TIME_ZONE = "timeZone";

    /** Those of values that say their own zone, which is kept. */
    private static final Map<String, DateTimeFormatter> WITH_ZONE = Map.of(
            "offsetTime", DateTimeFormatter.ISO_OFFSET_TIME,
            "offsetDateTime", DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            "zonedDateTime", DateTimeFormatter.ISO_ZONED_DATE_TIME);

    static final Set<String> TYPES = Set.of("date", "time", "both", "offsetTime", "offsetDateTime", "zonedDateTime");

    static final Set<String> SETTINGS = Set.of("pattern", "dateStyle", "timeStyle", TIME_ZONE);

    /** @throws IllegalArgumentException when no date or time can be written like that */
    DatesAndTimes {
        if (!TYPES.contains(style.type()))
            throw new IllegalArgumentException(
                    "type=\"%s\" is not known. Write number, currency, percent, date, time or both."
                            .formatted(style.type()));
        style.hasOnly(SETTINGS);
        zone(style);
        styleOf(style, "dateStyle");
        styleOf(style, "timeStyle");
        style.get("pattern").ifPresent(pattern -> checkPattern(pattern, style.locale()));
    }

    @Override
    public String name() {
        return style.name();
    }

    @Override
    public @Nullable Object shown(@Nullable Object value) {
        try {
            if (value instanceof Date date) return ofDate().format(date);
            Optional<TemporalAccessor> temporal = value instanceof String text
                    ? temporal(text)
                    : Optional.ofNullable(value).flatMap(this::inZone);
            return temporal.<Object>map(found -> formatter(found).format(found)).orElse(value);
        } catch (DateTimeException | IllegalArgumentException noSuchPart) {
            return value;
        }
    }

    private Optional<TemporalAccessor> inZone(Object value) {
        boolean keepsZone =
                WITH_ZONE.containsKey(style.type()) || style.get(TIME_ZONE).isEmpty();
        if (value instanceof Instant moment) return Optional.of(moment.atZone(zone(style)));
        if (value instanceof OffsetDateTime moment && !keepsZone)
            return Optional.of(moment.atZoneSameInstant(zone(style)));
        if (value instanceof ZonedDateTime moment && !keepsZone)
            return Optional.of(moment.withZoneSameInstant(zone(style)));
        return value instanceof TemporalAccessor temporal ? Optional.of(temporal) : Optional.empty();
    }

    /** Where it is not known what was said: as java.time writes it. */
    private Optional<TemporalAccessor> temporal(String text) {
        for (DateTimeFormatter iso : List.of(
                DateTimeFormatter.ISO_DATE_TIME, DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ISO_LOCAL_TIME)) {
            try {
                return inZone(iso.parseBest(
                        text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from, LocalTime::from));
            } catch (DateTimeParseException another) {
                // the next one
            }
        }
        return Optional.empty();
    }

    private DateTimeFormatter formatter(TemporalAccessor temporal) {
        Optional<String> pattern = style.get("pattern");
        if (pattern.isPresent()) return DateTimeFormatter.ofPattern(pattern.get(), style.locale());
        DateTimeFormatter withZone = WITH_ZONE.get(style.type());
        return (withZone == null ? localized(temporal) : withZone).withLocale(style.locale());
    }

    /** Both as far as there are both. */
    private DateTimeFormatter localized(TemporalAccessor temporal) {
        FormatStyle date = styleOf(style, "dateStyle");
        FormatStyle time = styleOf(style, "timeStyle");
        if (style.type().equals("date") || !temporal.isSupported(ChronoField.SECOND_OF_DAY))
            return DateTimeFormatter.ofLocalizedDate(date);
        if (style.type().equals("time") || !temporal.isSupported(ChronoField.EPOCH_DAY))
            return DateTimeFormatter.ofLocalizedTime(time);
        return DateTimeFormatter.ofLocalizedDateTime(date, time);
    }

    @SuppressWarnings("JavaUtilDate") // applications have them
    private DateFormat ofDate() {
        Locale locale = style.locale();
        int date = legacy(styleOf(style, "dateStyle"));
        int time = legacy(styleOf(style, "timeStyle"));
        DateFormat format = style.get("pattern")
                .<DateFormat>map(pattern -> new SimpleDateFormat(pattern, locale))
                .orElseGet(() -> switch (style.type()) {
                    case "date" -> DateFormat.getDateInstance(date, locale);
                    case "time" -> DateFormat.getTimeInstance(time, locale);
                    default -> DateFormat.getDateTimeInstance(date, time, locale);
                });
        format.setTimeZone(TimeZone.getTimeZone(zone(style)));
        return format;
    }

    private static int legacy(FormatStyle style) {
        return switch (style) {
            case SHORT -> DateFormat.SHORT;
            case MEDIUM -> DateFormat.MEDIUM;
            case LONG -> DateFormat.LONG;
            case FULL -> DateFormat.FULL;
        };
    }

    private static FormatStyle styleOf(Style style, String setting) {
        String name = style.get(setting).orElse("default");
        return switch (name) {
            case "short" -> FormatStyle.SHORT;
            case "default", "medium" -> FormatStyle.MEDIUM;
            case "long" -> FormatStyle.LONG;
            case "full" -> FormatStyle.FULL;
            default ->
                throw new IllegalArgumentException(
                        "%s=\"%s\" is not known. Write short, medium, long or full.".formatted(setting, name));
        };
    }

    private static ZoneId zone(Style style) {
        String name = style.get(TIME_ZONE).orElse("UTC");
        try {
            return ZoneId.of(name, ZoneId.SHORT_IDS);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "timeZone=\"%s\" is not known. Write its name, such as Europe/Berlin.".formatted(name), unknown);
        }
    }

    /** The two libraries understand almost the same patterns. */
    private static void checkPattern(String pattern, Locale locale) {
        try {
            new DateTimeFormatterBuilder().appendPattern(pattern);
        } catch (RuntimeException notOfJavaTime) { // for some, such as peyr, it is a ClassCastException
            new SimpleDateFormat(pattern, locale);
        }
    }
}
