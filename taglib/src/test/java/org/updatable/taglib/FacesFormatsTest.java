package org.updatable.taglib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.faces.component.UIOutput;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.DateTimeConverter;
import jakarta.faces.convert.NumberConverter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.updatable.format.Form;
import org.updatable.format.Format;

/** What is understood of Faces' own converters writes as they do. */
class FacesFormatsTest {
    private static final List<Locale> LOCALES = List.of(
            Locale.US,
            Locale.GERMANY,
            Locale.FRANCE,
            Locale.ENGLISH,
            new Locale("de", "CH"),
            new Locale("hi", "IN"),
            new Locale("ar", "EG"),
            Locale.JAPAN,
            Locale.forLanguageTag("zh-Hant-TW"));

    private static final List<Number> NUMBERS = List.of(
            0,
            -1,
            1234567L,
            0.5,
            0.125,
            -1234567.891,
            1e-9,
            Double.NaN,
            new BigDecimal("12.345"),
            new BigDecimal("99999999999999999999.99"),
            new BigInteger("-123456789012345678901234567890"));

    private static final OffsetDateTime MOMENT = OffsetDateTime.parse("2026-02-03T04:05:06+01:00");

    private static final Map<String, Temporal> TEMPORALS = Map.of(
            "localDate", LocalDate.from(MOMENT),
            "localTime", LocalTime.from(MOMENT),
            "localDateTime", LocalDateTime.from(MOMENT),
            "offsetTime", OffsetTime.from(MOMENT),
            "offsetDateTime", MOMENT,
            "zonedDateTime", ZonedDateTime.from(MOMENT));

    private final UIOutput component = new UIOutput();
    private final Page page = new Page();

    /** A page in a language, and nothing else. */
    private static final class Page extends FacesContextWrapper {
        private final UIViewRoot view = new UIViewRoot() {
            @Override
            public Locale getLocale() {
                return locale;
            }
        };
        Locale locale = Locale.ROOT;

        @SuppressWarnings({"deprecation", "NullAway"}) // there is nothing to wrap
        Page() {
            super(null);
            setCurrentInstance(this);
        }

        @Override
        public UIViewRoot getViewRoot() {
            return view;
        }

        void leave() {
            setCurrentInstance(null);
        }
    }

    @AfterEach
    void leave() {
        page.leave();
    }

    @TestFactory
    Stream<DynamicTest> numbersAreWrittenAsTheConverterWritesThem() {
        List<BiConsumer<NumberConverter, Integer>> digits = List.of(
                NumberConverter::setMinFractionDigits,
                NumberConverter::setMaxFractionDigits,
                NumberConverter::setMinIntegerDigits,
                NumberConverter::setMaxIntegerDigits);
        return Stream.of("number", "currency", "percent", "pattern", "symbol", "code")
                .flatMap(type -> IntStream.range(0, 81)
                        .mapToObj(choice -> DynamicTest.dynamicTest(type + " " + choice, () -> {
                            for (Locale locale : LOCALES) {
                                NumberConverter converter = numbers(type);
                                converter.setGroupingUsed(choice % 2 == 0);
                                int rest = choice;
                                for (BiConsumer<NumberConverter, Integer> setter : digits) {
                                    if (rest % 3 > 0) setter.accept(converter, rest % 3 == 1 ? 0 : 3);
                                    rest /= 3;
                                }
                                page.locale = locale;
                                writesTheSame(converter, NUMBERS);
                            }
                        })));
    }

    @TestFactory
    @SuppressWarnings("JavaUtilDate") // the converter takes nothing else
    Stream<DynamicTest> datesAreWrittenAsTheConverterWritesThem() {
        List<Date> dates = List.of(new Date(0), Date.from(Instant.from(MOMENT)));
        return Stream.of("date", "time", "both")
                .flatMap(type -> styles().map(style -> DynamicTest.dynamicTest(type + " " + style, () -> {
                    for (Locale locale : LOCALES) {
                        for (String zone : List.of("", "GMT", "Europe/Berlin", "America/New_York", "GMT+05:30")) {
                            DateTimeConverter converter = dates(type, style);
                            if (!zone.isEmpty()) converter.setTimeZone(TimeZone.getTimeZone(zone));
                            page.locale = locale;
                            writesTheSame(converter, dates);
                        }
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> temporalsAreWrittenAsTheConverterWritesThem() {
        return TEMPORALS.entrySet().stream().flatMap(type -> styles().filter(
                        style -> style.contains("m") || type.getKey().equals("localDate")) // a full time has a zone
                .map(style -> DynamicTest.dynamicTest(type.getKey() + " " + style, () -> {
                    for (Locale locale : LOCALES) {
                        page.locale = locale;
                        writesTheSame(dates(type.getKey(), style), List.of(type.getValue()));
                    }
                })));
    }

    @Test
    void aPatternIsThatOfTheConverter() throws Mistake {
        for (Map.Entry<String, Temporal> type : TEMPORALS.entrySet()) {
            DateTimeConverter converter = new DateTimeConverter();
            converter.setType(type.getKey());
            converter.setPattern(type.getKey().equals("localDate") ? "EEEE, d. MMMM yyyy" : "HH:mm:ss 'Uhr'");
            writesTheSame(converter, List.of(type.getValue()));
        }
    }

    @Test
    void whatAnotherClassWritesOtherwiseIsRefused() {
        NumberConverter odd = new NumberConverter() {
            @Override
            public String getAsString(FacesContext faces, jakarta.faces.component.UIComponent on, Object value) {
                return value + "!";
            }
        };

        assertThatThrownBy(() -> FacesFormats.of(odd, page, component))
                .isInstanceOf(Mistake.class)
                .hasMessageContaining(
                        "writes \"0! | 0.5! | -1234567.987654321! | 12!\", and what was understood of it writes \"0 | 0.5 |");
    }

    @Test
    void whatTheConverterRefusesIsAMistake() {
        NumberConverter odd = new NumberConverter();
        odd.setCurrencyCode("EURO");
        odd.setType("currency");

        assertThatThrownBy(() -> FacesFormats.of(odd, page, component))
                .isInstanceOf(Mistake.class)
                .hasMessage("currencyCode=\"EURO\" is no currency. Write its ISO 4217 code, such as EUR.");
    }

    private static Stream<String> styles() {
        return Stream.of("default default", "short medium", "medium short", "long long", "full full");
    }

    private static NumberConverter numbers(String type) {
        NumberConverter converter = new NumberConverter();
        switch (type) {
            case "pattern" -> converter.setPattern("#,##0.0#;(#)");
            case "symbol" -> {
                converter.setType("currency");
                converter.setCurrencySymbol("Taler");
            }
            case "code" -> {
                converter.setType("currency");
                converter.setCurrencyCode("JPY");
                converter.setCurrencySymbol("ignored");
            }
            default -> converter.setType(type);
        }
        return converter;
    }

    private static DateTimeConverter dates(String type, String styles) {
        DateTimeConverter converter = new DateTimeConverter();
        converter.setType(type);
        converter.setDateStyle(styles.split(" ", -1)[0]);
        converter.setTimeStyle(styles.split(" ", -1)[1]);
        return converter;
    }

    /** Also by its name, as after a restart of the server. */
    @SuppressWarnings("unchecked")
    private void writesTheSame(Converter<?> converter, List<?> values) throws Mistake {
        Format format = FacesFormats.of(converter, page, component);
        Format again = Form.parse(format.name()).flatMap(Form::format).orElseThrow();
        for (Object value : values) {
            String expected = ((Converter<Object>) converter).getAsString(page, component, value);
            assertThat(format.shown(value)).isEqualTo(expected);
            assertThat(again.shown(value)).isEqualTo(expected);
        }
    }
}
