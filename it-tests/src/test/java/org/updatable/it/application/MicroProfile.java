package org.updatable.it.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.updatable.it.Server;

/** A server that has MicroProfile Metrics and Health shows there how it goes. WildFly as it comes has neither. */
public abstract class MicroProfile {
    private final HttpClient http = Server.http().build();

    @Test
    @Tag("payara")
    void metricsShowTheCounters() {
        assertThat(ask("/metrics")).contains("updatable_commits{", "updatable_open{", "updatable_givenUp{");
    }

    @Test
    @Tag("payara")
    void theApplicationIsReadyWhileItsPagesAreToldWhatChanges() {
        assertThat(ask("/health/ready")).contains("{\"name\":\"updatable\",\"status\":\"UP\"");
    }

    private String ask(String path) {
        URI address = Server.address("newsroom").resolve(path);
        HttpResponse<String> response =
                Server.ask(http, HttpRequest.newBuilder(address).build());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
