package org.updatable.it.protocol;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.updatable.it.Server;

/** A program that speaks to {@code /updates}, and remembers every frame that it was sent. */
public final class Client implements AutoCloseable {
    private static final HttpClient HTTP = Server.http().build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private Client(WebSocket.Builder builder) {
        socket = Server.connect(
                () -> builder.connectTimeout(PATIENCE).buildAsync(Server.updates("newsroom"), new Ear()));
    }

    /** One that asks for no subprotocol, as those that were written before ours. */
    public static Client seed() {
        return new Client(HTTP.newWebSocketBuilder());
    }

    /** One that asks for {@code updatable.v1}. */
    public static Client ours() {
        return new Client(HTTP.newWebSocketBuilder().subprotocols("updatable.v1"));
    }

    /** One whose handshake has these headers besides. */
    static Client with(Map<String, String> headers) {
        return of(HTTP, headers);
    }

    /** One of somebody with cookies. */
    static Client of(HttpClient http, Map<String, String> headers) {
        WebSocket.Builder builder = http.newWebSocketBuilder();
        headers.forEach(builder::header);
        return new Client(builder);
    }

    /** Joins groups, and waits until the server has heard it. */
    public Client joined(String... groups) {
        for (String group : groups)
            says(Json.createObjectBuilder()
                    .add("subscribe", true)
                    .add("group", group)
                    .build()
                    .toString());
        return wasHeard();
    }

    /** Sends a text frame. */
    public Client says(String frame) {
        socket.sendText(frame, true).join();
        return this;
    }

    void saysBinary(byte... frame) {
        socket.sendBinary(ByteBuffer.wrap(frame), true).join();
    }

    /** Waits until the server has handled all that was sent: frames are handled in order, and a bad one is answered. */
    public Client wasHeard() {
        long before = errors();
        says("heard?");
        await().atMost(PATIENCE).until(() -> errors() > before);
        frames.removeIf(frame -> Frames.messages(List.of(frame)).stream().allMatch(Frames::isError));
        frames.replaceAll(Frames::withoutErrors);
        return this;
    }

    /** Waits for a value of a group. */
    public Client comesToHear(String group, JsonValue value) {
        await().atMost(PATIENCE).until(() -> values(group).contains(value));
        return this;
    }

    /** Waits for a text value of a group. */
    public Client comesToHear(String group, String value) {
        return comesToHear(group, Json.createValue(value));
    }

    /** Waits for a message. */
    Client comesToHear(String message) {
        JsonObject expected = Frames.json(message);
        await().atMost(PATIENCE).until(() -> Frames.messages(frames).contains(expected));
        return this;
    }

    /** Waits for a notification; apostrophes are quotes. */
    Client comesToHearOf(String channel, String payload, Object... values) {
        JsonObject expected = Frames.json(payload.replace('\'', '"').formatted(values));
        await().atMost(PATIENCE).until(() -> notifications(channel).stream()
                .anyMatch(message -> message.getJsonObject("payload").equals(expected)));
        return this;
    }

    /** Waits for a notification about a row. */
    String isToldOf(String channel, long pk) {
        return await().atMost(PATIENCE)
                .until(
                        () -> notifications(channel).stream()
                                .map(message -> message.getJsonObject("payload").toString())
                                .filter(payload -> payload.contains("\"pk\":" + pk))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** What is to be said of a channel by who has heard the last that was told of it. */
    String digestOf(String channel) {
        List<JsonObject> told =
                await().atMost(PATIENCE).until(() -> notifications(channel), messages -> !messages.isEmpty());
        return told.get(told.size() - 1).getString("digest");
    }

    private List<JsonObject> notifications(String channel) {
        return Frames.messages(frames).stream()
                .filter(message -> message.getString("type", "").equals("notify")
                        && message.getString("path").equals(channel))
                .toList();
    }

    /** Waits until it was told what it has missed, for so many frames, and forgets it. */
    public Client caughtUp(int answered) {
        comesToHear("{\"type\":\"ready\",\"n\":" + answered + "}");
        frames.clear();
        return this;
    }

    /** All values of a group, in the order in which they came. */
    public List<JsonValue> values(String group) {
        return Frames.values(frames, group);
    }

    /** All frames, in the order in which they came, without the answers of {@link #wasHeard}. */
    List<String> frames() {
        return List.copyOf(frames);
    }

    String subprotocol() {
        return socket.getSubprotocol();
    }

    /** Waits until the server closes the connection. */
    public int closeCode() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    boolean isClosed() {
        return closed.isDone();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private long errors() {
        return Frames.messages(frames).stream().filter(Frames::isError).count();
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

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
