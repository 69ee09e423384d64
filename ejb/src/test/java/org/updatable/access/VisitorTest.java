package org.updatable.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitorTest {
    private final Visitor seen = new Visitor("backend:8080", "10.0.0.1");

    @Test
    void whatNoProxyTellsStaysAsItIs() {
        assertThat(seen.forwarded(null, null)).isEqualTo(seen);
        assertThat(seen.forwarded("", " ")).isEqualTo(seen);
    }

    @Test
    void theFirstHostIsWhatTheBrowserHasCalled() {
        assertThat(seen.forwarded("news.example:8443, inner.example", null).host())
                .isEqualTo("news.example:8443");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "203.0.113.7:5555, 203.0.113.7",
        "2001:db8::1, 2001:db8::1",
        "[2001:db8::1], 2001:db8::1",
        "[2001:db8::1]:5555, 2001:db8::1"
    })
    void anAddressIsCountedWithoutItsPort(String forwarded, String address) {
        assertThat(seen.forwarded(null, forwarded).address()).isEqualTo(address);
    }

    @Test
    void theLastAddressIsTheOneThatTheProxyHasSeen() {
        assertThat(seen.forwarded(null, "1.2.3.4, 5.6.7.8, 203.0.113.7").address())
                .isEqualTo("203.0.113.7");
    }
}
