package org.updatable.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.Server;

/** Whose pages may connect, when nothing is set. */
public abstract class Origins {

    @Test
    void aPageOfTheSameHostMayConnect() {
        try (Client client = Client.with(Map.of("Origin", "http://127.0.0.1:" + Server.port()))) {
            client.wasHeard();
        }
    }

    @Test
    void whoSendsNoOriginMayConnect() {
        try (Client client = Client.with(Map.of())) {
            client.wasHeard();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1", "http://localhost:8080", "https://evil.example", "null", "127.0.0.1", "?"})
    void aPageOfAnotherHostIsRefusedBeforeItIsConnected(String origin) {
        isRefused(Map.of("Origin", origin));
    }

    @Test
    void whatSomebodyForwardsIsNotBelieved() {
        isRefused(Map.of("Origin", "https://evil.example", "X-Forwarded-Host", "evil.example"));
    }

    @Test
    void theLogSaysOnceWhoWasRefusedAndWhatToSet() {
        String sentence =
                "A page of https://once.example wanted to watch, and was refused: this server is called 127.0.0.1:"
                        + Server.port()
                        + ". If the page is yours, set updatable.allowed-origins=https://once.example, ";
        isRefused(Map.of("Origin", "https://once.example"));
        isRefused(Map.of("Origin", "https://once.example"));
        isRefused(Map.of("Origin", "https://afterwards.example"));

        await().until(() -> Server.log().contains("https://afterwards.example wanted"));
        assertThat(Pattern.compile(Pattern.quote(sentence))
                        .matcher(Server.log())
                        .results())
                .hasSize(1);
    }

    /** 403 on Tyrus, 404 on Undertow. */
    static void isRefused(Map<String, String> headers) {
        assertThatThrownBy(() -> Client.with(headers))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                refused.getResponse().statusCode())
                        .isIn(403, 404));
    }
}
