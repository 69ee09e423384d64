package org.updatable.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.updatable.change.PlainValue;

class MeaningTest {
    /** What reads its own text. */
    record Weight(int grams) {
        public static Weight of(String text) {
            return new Weight(Integer.parseInt(text.replace(" g", "")));
        }

        @Override
        public String toString() {
            return grams + " g";
        }
    }

    @TestFactory
    Stream<DynamicTest> aPlainValueIsReadAsWhatItWasSaidOf() {
        return Stream.<Object>of(
                        "text",
                        "007",
                        true,
                        7,
                        7L,
                        (short) 7,
                        (byte) 7,
                        'c',
                        Long.MAX_VALUE,
                        new BigDecimal("1.50"),
                        new BigInteger("123456789012345678901234567890"),
                        0.1,
                        0.1f,
                        Double.NaN,
                        Month.MAY,
                        LocalDate.of(2026, 11, 21),
                        LocalTime.of(9, 5),
                        LocalDateTime.of(2026, 11, 21, 9, 5),
                        OffsetDateTime.parse("2026-11-21T09:05+02:00"),
                        Instant.parse("2026-11-21T09:05:00Z"),
                        Year.of(2026),
                        Duration.ofMinutes(90),
                        UUID.fromString("00000000-0000-0000-0000-000000000001"),
                        new Weight(5))
                .map(value -> DynamicTest.dynamicTest(value.getClass().getSimpleName() + " " + value, () -> assertThat(
                                meant(value.getClass(), PlainValue.of(value)))
                        .isEqualTo(value)));
    }

    @Test
    void primitivesAreRead() {
        assertThat(meant(double.class, "0.5")).isEqualTo(0.5);
        assertThat(meant(char.class, "c")).isEqualTo('c');
    }

    @Test
    void aTimestampIsAMomentAndADateHasNoZone() {
        Instant moment = LocalDateTime.of(2026, 11, 21, 9, 5)
                .atZone(ZoneId.systemDefault())
                .toInstant();

        assertThat(meant(Date.class, "2026-11-21T09:05")).isEqualTo(Date.from(moment));
        assertThat(meant(Calendar.class, "2026-11-21T09:05")).isEqualTo(Date.from(moment));
        assertThat(meant(java.sql.Date.class, "2026-11-21")).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(meant(Date.class, "09:05")).isEqualTo(LocalTime.of(9, 5));
    }

    @Test
    void whatCannotBeReadStaysPlain() {
        assertThat(meant(BigDecimal.class, "many")).isEqualTo("many");
        assertThat(meant(Date.class, "soon")).isEqualTo("soon");
        assertThat(meant(Object.class, "x")).isEqualTo("x");
        assertThat(meant(Locale.class, "de_DE")).isEqualTo("de_DE");
        assertThat(meant(Month.class, "")).isEqualTo("");
        assertThat(meant(Month.class, null)).isNull();
    }

    private static @Nullable Object meant(Class<?> type, @Nullable Object plain) {
        return Meaning.of(type).of(plain);
    }
}
