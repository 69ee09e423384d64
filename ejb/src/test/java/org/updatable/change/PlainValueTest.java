package org.updatable.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PlainValueTest {

    @Test
    void whatABrowserSaysAlikeStaysAsItIs() {
        assertThat(PlainValue.of(null)).isNull();
        assertThat(PlainValue.of("text")).isEqualTo("text");
        assertThat(PlainValue.of(true)).isEqualTo(true);
        assertThat(PlainValue.of((short) 7)).isEqualTo(7);
        assertThat(PlainValue.of(7L)).isEqualTo(7L);
    }

    @Test
    void numbersThatABrowserWouldWriteOtherwiseAreText() {
        assertThat(PlainValue.of(new BigDecimal("10.50"))).isEqualTo("10.50");
        assertThat(PlainValue.of(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(PlainValue.of(1e-7)).isEqualTo("0.00000010");
        assertThat(PlainValue.of(Double.NaN)).isEqualTo("NaN");
        assertThat(PlainValue.of((1L << 53) - 1)).isEqualTo((1L << 53) - 1);
        assertThat(PlainValue.of(1L << 53)).isEqualTo("9007199254740992");
        assertThat(PlainValue.of(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
    }

    @Test
    void otherValuesAreTheirText() {
        assertThat(PlainValue.of(LocalDate.of(2026, 11, 21))).isEqualTo("2026-11-21");
        assertThat(PlainValue.of(TimeUnit.SECONDS)).isEqualTo("SECONDS");
    }

    @Test
    void aPageShowsTheSamePlainValue() {
        assertThat(PlainValue.text(null)).isEmpty();
        assertThat(PlainValue.text(new BigDecimal("10.50"))).isEqualTo("10.50");
        assertThat(PlainValue.text(7)).isEqualTo("7");
    }
}
