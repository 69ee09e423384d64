package org.updatable.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
    private final Origins origins =
            new Origins(List.of("https://News.example", " capacitor://localhost ".trim(), "http://a.example:8080/"));

    @ParameterizedTest
    @CsvSource({
        "https://here.example, here.example",
        "http://here.example, here.example",
        "https://here.example, here.example:443",
        "https://here.example:443, here.example",
        "http://here.example, here.example:80",
        "http://here.example:8080, here.example:8080",
        "http://127.0.0.1:8080, 127.0.0.1:8080",
        "http://[::1]:8080, [::1]:8080",
        "https://[2001:db8::1], [2001:DB8::1]",
        "http://news_1:8080, news_1:8080",
        "HTTPS://HERE.example, here.EXAMPLE",
    })
    void aPageOfTheSameHostMayConnect(String origin, String host) {
        assertThat(origins.mayConnect(origin, host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, here.example",
        "https://here.example.evil.example, here.example",
        "https://evilhere.example, here.example",
        "https://sub.here.example, here.example",
        "https://here.example:8443, here.example",
        "http://here.example:443, here.example",
        "https://here.example, here.example:80",
        "http://here.example, here.example:8080",
        "http://127.0.0.1:8080, localhost:8080",
        "app://here.example, here.example",
        "https://here.example, ''",
        "https://here.example,",
    })
    void aPageOfAnotherHostMayNot(String origin, String host) {
        assertThat(origins.mayConnect(origin, host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example",
                "https://NEWS.example",
                "https://news.example:443",
                "capacitor://localhost",
                "http://a.example:8080"
            })
    void anOriginThatIsAllowedMayConnect(String origin) {
        assertThat(origins.mayConnect(origin, "here.example")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://news.example",
                "https://news.example:8443",
                "http://a.example",
                "capacitor://news.example"
            })
    void anotherSchemeOrPortIsAnotherOrigin(String origin) {
        assertThat(origins.mayConnect(origin, "here.example")).isFalse();
    }

    @Test
    void whoSendsNoOriginIsNoBrowser() {
        assertThat(origins.mayConnect(null, "here.example")).isTrue();
        assertThat(origins.mayConnect(null, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                " ",
                "here.example",
                "//here.example",
                "https://",
                "https://here.example/",
                "https://here.example?",
                "https://here.example#",
                "https://user@here.example",
                "https://here.example:",
                "https://here.example:port",
                "https://here.example:123456",
                "https://here.example https://news.example",
                "https://here.example,https://news.example",
                "https://[here.example]",
                "https://here.example\n",
                "data:text/html,here.example"
            })
    void whatIsNoOriginMayNotConnect(String origin) {
        Origins all = new Origins(List.of(origin, "null"));

        assertThat(Origins.isReadable(origin)).isFalse();
        assertThat(all.mayConnect(origin, "here.example")).isFalse();
    }

    @Test
    void whatIsNoOriginIsNotAllowedAndTheRestIs() {
        Origins some = new Origins(List.of("news.example", "*", "https://other.example"));

        assertThat(some.mayConnect("https://news.example", "here.example")).isFalse();
        assertThat(some.mayConnect("https://other.example", "here.example")).isTrue();
    }
}
