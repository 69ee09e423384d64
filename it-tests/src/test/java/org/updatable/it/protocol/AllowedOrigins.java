package org.updatable.it.protocol;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.Server;

/** Whose pages may connect, when some are allowed and a proxy is believed. */
public abstract class AllowedOrigins {

    @ParameterizedTest
    @ValueSource(strings = {"https://news.example", "https://other.example:8443"})
    void anAllowedOriginMayConnect(String origin) {
        connects(Map.of("Origin", origin));
    }

    @Test
    void thePageOfTheSameHostStillMay() {
        connects(Map.of("Origin", "http://127.0.0.1:" + Server.port()));
    }

    @Test
    void othersAreRefused() {
        Origins.isRefused(Map.of("Origin", "https://evil.example"));
        Origins.isRefused(Map.of("Origin", "http://news.example"));
    }

    @Test
    void theHostIsTheOneThatTheProxyTells() {
        connects(Map.of("Origin", "https://public.example", "X-Forwarded-Host", "public.example"));
        Origins.isRefused(Map.of("Origin", "https://evil.example", "X-Forwarded-Host", "public.example"));
    }

    private static void connects(Map<String, String> headers) {
        try (Client client = Client.with(headers)) {
            client.wasHeard();
        }
    }
}
