package org.updatable.it.protocol;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.updatable.it.Server;

/** A program that speaks to {@code /updates/article}, and hears one frame after the other. */
public final class Observer implements AutoCloseable {
    private static final HttpClient HTTP = Server.http().build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    private Observer(URI address, String user) {
        socket = Server.connect(() -> {
            WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
            if (!user.isEmpty()) builder.header("Authorization", "Basic " + encoded(user + ":" + user));
            return builder.buildAsync(address, new Ear());
        });
    }

    /** Connects to a model of an application, as somebody whose password is their name, or as nobody. */
    public static Observer of(String application, String model, String user) {
        return new Observer(URI.create(Server.updates(application) + "/" + model), user);
    }

    /** Sends a text frame. */
    public void says(String frame) {
        socket.sendText(frame, true).join();
    }

    /** Waits for the next frame. */
    public JsonValue hears() {
        try {
            String frame = frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (frame == null) throw new AssertionError("Nothing was heard.");
            try (JsonReader json = Json.createReader(new StringReader(frame))) {
                return json.readValue();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Ends without a goodbye. */
    public void isLost() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                frames.add(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
