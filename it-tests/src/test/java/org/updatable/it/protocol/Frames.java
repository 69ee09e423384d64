package org.updatable.it.protocol;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Reads what the server sent. */
public final class Frames {
    private Frames() {}

    /** The values of one group's updates, in the order in which they came. */
    public static List<JsonValue> values(Collection<String> frames, String group) {
        return messages(frames).stream()
                .filter(message -> message.containsKey("value"))
                .filter(update -> group.equals(update.getString("path", null)))
                .map(update -> update.get("value"))
                .toList();
    }

    /** All messages, in the order in which they came. */
    static List<JsonObject> messages(Collection<String> frames) {
        return frames.stream().map(Frames::json).flatMap(Frames::messages).toList();
    }

    /** Whether the server says that it has told what was missed. */
    public static boolean isReady(String frame) {
        return messages(List.of(frame)).stream().anyMatch(message -> "ready".equals(message.getString("type", null)));
    }

    static boolean isError(JsonObject message) {
        return "error".equals(message.getString("type", null));
    }

    /** What waits together is sent as one frame, errors among it. */
    static String withoutErrors(String frame) {
        List<JsonObject> messages = messages(List.of(frame));
        if (messages.stream().noneMatch(Frames::isError)) return frame;
        JsonArrayBuilder others = Json.createArrayBuilder();
        messages.stream().filter(message -> !isError(message)).forEach(others::add);
        return Json.createObjectBuilder().add("batch", others).build().toString();
    }

    static JsonObject json(String frame) {
        try (JsonReader reader = Json.createReader(new StringReader(frame))) {
            return reader.readObject();
        }
    }

    private static Stream<JsonObject> messages(JsonObject frame) {
        return frame.containsKey("batch")
                ? frame.getJsonArray("batch").getValuesAs(JsonObject.class).stream()
                : Stream.of(frame);
    }
}
