package org.updatable.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.message.Update;
import org.updatable.message.UpdateValue;

class FormTest {
    private static final Instant NOON = Instant.parse("2026-11-21T11:00:00Z");

    @TestFactory
    Stream<DynamicTest> aValueIsWritten() {
        return Stream.of(
                written("number;locale=en", 1234567, "1,234,567"),
                written("number;locale=de", new BigDecimal("1234.5"), "1.234,5"),
                written("number;locale=de", "1234.50", "1.234,5"),
                written("number;groupingUsed=false;locale=de", 1234567L, "1234567"),
                written("number;locale=en;minFractionDigits=2", 3, "3.00"),
                written("number;locale=en;maxFractionDigits=0", 2.5, "2"),
                written("number;locale=en;minIntegerDigits=3", 7, "007"),
                written("number;locale=fr;pattern=%23%2C%23%230.000", 1234.5, "1\u202f234,500"),
                written("currency;locale=de-DE", new BigDecimal("9.5"), "9,50\u00a0€"),
                written("currency;currencyCode=USD;locale=en", new BigDecimal("9.5"), "$9.50"),
                written("currency;currencySymbol=Fr.;locale=en-US", 12, "Fr.12.00"),
                written("percent;locale=en", 0.256, "26%"),
                written("number;locale=en", "to be announced", "to be announced"),
                written("number;locale=en", true, true),
                written("number;locale=en", null, null),
                written("date;locale=en-US", LocalDate.of(2026, 11, 21), "Nov 21, 2026"),
                written("date;dateStyle=full;locale=de", LocalDate.of(2026, 11, 21), "Samstag, 21. November 2026"),
                written("date;dateStyle=short;locale=de", LocalDateTime.of(2026, 11, 21, 9, 5), "21.11.26"),
                written("time;locale=de;timeStyle=short", LocalTime.of(9, 5), "09:05"),
                written("both;locale=de", LocalDateTime.of(2026, 11, 21, 9, 5), "21.11.2026, 09:05:00"),
                written("both;locale=de", LocalDate.of(2026, 11, 21), "21.11.2026"),
                written("both;locale=de", LocalTime.of(9, 5), "09:05:00"),
                written("both;locale=de;timeZone=Europe%2FBerlin", NOON, "21.11.2026, 12:00:00"),
                written("both;locale=de;timeZone=Europe%2FBerlin", Date.from(NOON), "21.11.2026, 12:00:00"),
                written("both;locale=de;timeZone=Asia%2FTokyo", NOON.toString(), "21.11.2026, 20:00:00"),
                written(
                        "time;locale=de;timeStyle=short;timeZone=Asia%2FTokyo",
                        OffsetDateTime.parse("2026-11-21T11:00:00+02:00"), "18:00"),
                written("time;locale=de;timeStyle=short", ZonedDateTime.parse("2026-11-21T11:00:00+02:00"), "11:00"),
                written("both;locale=de;timeZone=Asia%2FTokyo", "2026-11-21T11:00", "21.11.2026, 11:00:00"),
                written("date;locale=en;pattern=EEEE", "2026-11-21", "Saturday"),
                written("date;locale=en;pattern=MMMM+yyyy", YearMonth.of(2026, 11), "November 2026"),
                written(
                        "date;locale=en",
                        YearMonth.of(2026, 11),
                        YearMonth.of(2026, 11).toString()),
                written("date;locale=en;pattern=yyyy", Year.of(2026), "2026"),
                written(
                        "offsetDateTime;locale=en",
                        OffsetDateTime.parse("2026-11-21T11:00+02:00"),
                        "2026-11-21T11:00:00+02:00"),
                written("date;locale=en;pattern=QQQ", LocalDate.of(2026, 11, 21), "Q4"),
                written("time;locale=en", LocalDate.of(2026, 11, 21), "Nov 21, 2026"),
                written("date;locale=en", "tomorrow", "tomorrow"),
                written("date;locale=en", 7, 7));
    }

    @Test
    void aPatternThatOnlyOneLibraryKnowsHarmsNobody() {
        assertThat(Format.parse("date;locale=en;pattern=QQQ")
                        .map(format -> format.shown(Date.from(NOON)))
                        .orElseThrow())
                .isEqualTo(Date.from(NOON));
    }

    @Test
    void ofSeveralEachOneIsWritten() {
        Form form = form("number;locale=de;minFractionDigits=2");

        assertThat(form.of(Update.value("post-1-prices", "1.5, 20"), text -> List.of("1.5", "20")))
                .isEqualTo(Update.value("post-1-prices", "1,50, 20,00"));
    }

    @Test
    void onlyValuesHaveAForm() {
        Form form = form("html;number;locale=de");

        assertThat(form.of(Update.value("post-1-price", 1000), value -> value))
                .isEqualTo(new UpdateValue("post-1-price", "1.000", true));
        assertThat(form.of(Update.attribute("post-1-price", "value", 1000), value -> value))
                .isEqualTo(Update.attribute("post-1-price", "value", 1000));
        assertThat(form.of(Update.toggleClass("post-1-price", "high", true), value -> value))
                .isEqualTo(Update.toggleClass("post-1-price", "high", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "html",
                "de",
                "zh-Hant-TW",
                "und",
                "html;percent;locale=de",
                "currency;currencyCode=EUR;locale=de",
                "date;locale=en;pattern=d.+MMM%3B+yyyy+%27%7E%27",
                "both;dateStyle=long;locale=en;timeZone=America%2FNew_York"
            })
    void aFormIsReadFromItsName(String name) {
        assertThat(Form.parse(name)).map(Form::name).hasValue(name);
    }

    /** One form has one name, and nobody makes the server write a million zeros. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "html;",
                "de_DE",
                "x",
                ";",
                "number;",
                "number;locale=de;groupingUsed=false",
                "number;locale=de;locale=en",
                "number;pattern=",
                "number;minFractionDigits=341",
                "number;minFractionDigits=-1",
                "number;pattern=0.0.0",
                "number;timeZone=UTC",
                "currency;currencyCode=EURO",
                "date;pattern=bbb",
                "date;pattern=peyr",
                "date;dateStyle=tiny",
                "date;timeZone=Mars",
                "date;locale=%",
                "converter",
                "converter;name=java.lang.Runtime"
            })
    void otherNamesAreRefused(String name) {
        assertThat(Form.parse(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "money    | pattern      | 0      | type=\"money\" is not known. Write number, currency, percent, date, time or both.",
                "currency | currencyCode | EURO   | currencyCode=\"EURO\" is no currency. Write its ISO 4217 code, such as EUR.",
                "number   | maxFractionDigits | few | maxFractionDigits=\"few\" is no number from 0 to 340.",
                "number   | timeZone     | UTC    | timeZone says nothing for type=\"number\".",
                "date     | timeZone     | Berlin | timeZone=\"Berlin\" is not known. Write its name, such as Europe/Berlin.",
                "date     | dateStyle    | tiny   | dateStyle=\"tiny\" is not known. Write short, medium, long or full.",
            })
    void whatCannotBeUnderstoodIsNamed(String type, String setting, String value, String sentence) {
        assertThatThrownBy(() -> Format.of(type, Map.of(setting, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void whatIsSaidOtherwiseForLocalValuesIsTheSameFormat() {
        assertThat(Format.of("localDateTime", Map.of("locale", "de", "pattern", ""))
                        .name())
                .isEqualTo("both;locale=de");
    }

    @Test
    void whatHasNoBundleHasNoLabels() {
        assertThat(Format.labels(Month.class, Locale.GERMAN)).isEmpty();
        assertThat(Format.labels(String.class, Locale.GERMAN)).isEmpty();
    }

    private static DynamicTest written(String form, @Nullable Object value, @Nullable Object text) {
        return DynamicTest.dynamicTest(
                form + " " + value, () -> assertThat(form(form).of(Update.value("post-1-x", null), plain -> value))
                        .isEqualTo(Update.value("post-1-x", text)));
    }

    private static Form form(String name) {
        Optional<Form> form = Form.parse(name);
        assertThat(form).isPresent();
        return form.orElseThrow();
    }
}
