package org.updatable.it.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.updatable.it.Newsroom;
import org.updatable.it.Server;

/** How it is with the databases of the applications on the server. */
final class State {
    /** It takes ten seconds until it is certain that nothing arrives. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private State() {}

    /** In JMX. */
    static String of(String application) {
        return ((JsonString) new Newsroom(application).ask("databases", Map.of("module", application))).getString();
    }

    /** Waits until JMX says this, and maybe more. */
    static void comesToBe(String application, String expected) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(of(application)).contains(expected));
    }

    /** In the answer of MicroProfile Health, which is one for all of them. */
    static List<String> ofAll() {
        URI address = Server.address("newsroom").resolve("/health/ready");
        HttpResponse<String> response = Server.ask(
                Server.http().build(), HttpRequest.newBuilder(address).build());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                    .filter(check -> check.getString("name").equals("updatable"))
                    .map(check -> check.getJsonObject("data").getString("databases"))
                    .toList();
        }
    }
}
