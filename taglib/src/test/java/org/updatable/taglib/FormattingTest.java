package org.updatable.taglib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.updatable.format.Format;

class FormattingTest {
    private static final TimeZone TOKYO = TimeZone.getTimeZone("Asia/Tokyo");

    @Test
    void whatIsNotSaidIsNotFormatted() throws Mistake {
        assertThat(Formatting.of(Map.of("type", "", "pattern", ""), () -> TOKYO).format(Locale.GERMAN))
                .isEmpty();
    }

    @Test
    void thePageGivesItsLocaleAndForMomentsItsTimeZone() throws Mistake {
        assertThat(name(Map.of("type", "currency", "currencyCode", "EUR")))
                .isEqualTo("currency;currencyCode=EUR;locale=de");
        assertThat(name(Map.of("type", "date"))).isEqualTo("date;locale=de;timeZone=Asia%2FTokyo");
        assertThat(name(Map.of("type", "date", "timeZone", "UTC"))).isEqualTo("date;locale=de;timeZone=UTC");
        assertThat(name(Map.of("type", "zonedDateTime"))).isEqualTo("zonedDateTime;locale=de");
    }

    @Test
    void whatOnlyOneTypeHasNeedsNoType() throws Mistake {
        assertThat(name(Map.of("maxFractionDigits", "0"))).isEqualTo("number;locale=de;maxFractionDigits=0");
        assertThat(name(Map.of("dateStyle", "long"))).isEqualTo("both;dateStyle=long;locale=de;timeZone=Asia%2FTokyo");
    }

    @Test
    void aMistakeSaysWhatToWrite() {
        assertThatThrownBy(() -> name(Map.of("pattern", "0.0")))
                .isInstanceOf(Mistake.class)
                .hasMessage(
                        "pattern=\"0.0\" may be one of numbers or one of dates. Add type=\"number\" or type=\"date\".");
        assertThatThrownBy(() -> name(Map.of("type", "money")))
                .isInstanceOf(Mistake.class)
                .hasMessage("type=\"money\" is not known. Write number, currency, percent, date, time or both.");
    }

    @Test
    void aLocaleIsReadAsJavaAndAsBrowsersWriteIt() {
        assertThat(Formatting.locale("de_AT")).isEqualTo(new Locale("de", "AT"));
        assertThat(Formatting.locale("de-AT")).isEqualTo(new Locale("de", "AT"));
        assertThat(Formatting.locale(Locale.TAIWAN)).isEqualTo(Locale.TAIWAN);
    }

    private static String name(Map<String, String> attributes) throws Mistake {
        return Formatting.of(attributes, () -> TOKYO)
                .format(Locale.GERMAN)
                .map(Format::name)
                .orElse("");
    }
}
