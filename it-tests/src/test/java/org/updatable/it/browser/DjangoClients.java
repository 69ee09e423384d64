package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.updatable.it.Newsroom;

/** Clients that were written for DjangoChannelsRestFramework: npm's dcrf-client as it is, run by Deno. */
public abstract class DjangoClients {
    private static final int PATIENCE = 60; // seconds, for npm
    private static final Path DIRECTORY = Path.of(System.getProperty("it.directory"));

    private final Newsroom newsroom = new Newsroom();
    private final long post = newsroom.create("Before");

    @Test
    void goOnAsTheyAre() throws IOException, InterruptedException, URISyntaxException {
        try (Cable cable = new Cable();
                Client client = new Client(cable.address("newsroom"), post)) {
            assertThat(client.says()).isEqualTo(json("{'listed': true}"));
            assertThat(client.says()).isEqualTo(json("{'retrieved': 'Before'}"));
            assertThat(client.says()).isEqualTo(json("{'refused': 404, 'errors': ['Not found']}"));
            assertThat(client.says())
                    .isEqualTo(json("{'refused': 405, 'errors': ['Method \\u0022create\\u0022 not allowed.']}"));
            assertThat(client.says()).isEqualTo(json("{'subscribed': %d}".formatted(post)));

            newsroom.edit(post, "title", "After");
            assertThat(client.says()).isEqualTo(update("After"));

            cable.cut();
            newsroom.edit(post, "title", "Missed");
            cable.mend();
            assertThat(client.says()).isEqualTo(update("Missed"));

            newsroom.edit(post, "title", "Last");
            assertThat(client.says()).isEqualTo(update("Last"));

            newsroom.ask("delete", Map.of("id", post));
            assertThat(client.says()).isEqualTo(json("{'action': 'delete', 'pk': %d}".formatted(post)));
        }
    }

    private JsonObject update(String title) {
        return json("{'action': 'update', 'pk': %d, 'title': '%s'}".formatted(post, title));
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }

    /** A process that says one line after the other. */
    private static final class Client implements AutoCloseable {
        private final Process process;
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        Client(URI application, long post) throws IOException, URISyntaxException {
            Path script = Path.of(Objects.requireNonNull(Client.class.getResource("/models/dcrf-client.mjs"))
                    .toURI());
            String address = application.resolve("updates/post").toString().replaceFirst("^http", "ws");
            ProcessBuilder deno = new ProcessBuilder(
                    System.getProperty("deno"),
                    "run",
                    "--quiet",
                    "--no-lock",
                    "--allow-net",
                    "--allow-env",
                    "--allow-read",
                    script.toString(),
                    address,
                    Long.toString(post));
            deno.environment().put("DENO_DIR", DIRECTORY.resolve("deno").toString());
            deno.environment().put("DENO_TLS_CA_STORE", "mozilla,system");
            deno.redirectError(DIRECTORY.resolve("dcrf-client.log").toFile());
            process = deno.start();
            Thread listener = new Thread(this::listen, "dcrf-client");
            listener.setDaemon(true);
            listener.start();
        }

        private void listen() {
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = out.readLine(); line != null; line = out.readLine()) lines.add(line);
            } catch (IOException ended) {
                lines.add("{\"ended\":true}");
            }
        }

        JsonObject says() throws InterruptedException {
            String line = lines.poll(PATIENCE, TimeUnit.SECONDS);
            assertThat(line).as("see dcrf-client.log").isNotNull();
            return json(line);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
