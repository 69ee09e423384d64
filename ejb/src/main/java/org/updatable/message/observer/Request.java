package org.updatable.message.observer;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.updatable.message.BadFrame;
import org.updatable.message.Json;

/** What a client of model observers asks for. */
public final class Request {
    /** It is kept as long as the client observes something by it. */
    private static final int LONGEST_REQUEST_ID = 1024;

    private static final Set<String> OUR_OWN =
            Set.of("action", "request_id", "pk", "ids", "limit", "offset", "data", "filters");

    private final Framing framing;
    private final @Nullable String stream;
    private final JsonObject body;

    private Request(Framing framing, @Nullable String stream, JsonObject body) {
        this.framing = framing;
        this.stream = stream;
        this.body = body;
    }

    /**
     * Reads a frame.
     *
     * @param frame a text frame
     * @return what it asks for
     * @throws BadFrame when it is not JSON, or not an object
     * @throws Invalid when it cannot be answered in its own framing
     */
    public static Request read(String frame) throws BadFrame, Invalid {
        JsonObject object = Json.parse(frame);
        JsonValue stream = object.get("stream");
        if (stream == null || !object.containsKey("payload"))
            return new Request(new Framing(requestId(object), null), null, object);
        if (!(object.get("payload") instanceof JsonObject payload))
            throw new Invalid("payload", "The payload of a stream is an object.");
        if (Json.text(stream).length() > LONGEST_REQUEST_ID)
            throw new Invalid("stream", "A name has %d characters at most.".formatted(LONGEST_REQUEST_ID));
        return new Request(
                new Framing(requestId(payload), Json.text(stream)),
                stream instanceof JsonString name ? name.getString() : null,
                payload);
    }

    private static String requestId(JsonObject object) throws Invalid {
        JsonValue requestId = object.get("request_id");
        String text = requestId == null ? "null" : Json.text(requestId);
        if (text.length() > LONGEST_REQUEST_ID)
            throw new Invalid("request_id", "It has %d characters at most.".formatted(LONGEST_REQUEST_ID));
        return text;
    }

    /**
     * How it is answered.
     *
     * @return its framing
     */
    public Framing framing() {
        return framing;
    }

    /**
     * What it is about, where it is one of several on a connection.
     *
     * @return the name of a stream, or empty
     */
    public Optional<String> stream() {
        return Optional.ofNullable(stream);
    }

    /**
     * What it asks for.
     *
     * @return any word; null when it asks for nothing
     */
    public @Nullable String action() {
        return body.get("action") instanceof JsonString action ? action.getString() : null;
    }

    /**
     * Whether it has a name.
     *
     * @return false when it has none, or null
     */
    public boolean isNamed() {
        return isThere("request_id");
    }

    /**
     * Demands a name: what is told later is told by it.
     *
     * @throws Invalid when it has none
     */
    public void mustBeNamed() throws Invalid {
        if (!isNamed()) throw new Invalid("request_id", "This field is required.");
    }

    /**
     * The row it is about.
     *
     * @return its id
     * @throws Invalid when there is none
     */
    public Key pk() throws Invalid {
        JsonValue pk = body.get("pk");
        if (pk == null || pk == JsonValue.NULL) throw new Invalid("pk", "This field is required.");
        return Key.of("pk", pk);
    }

    /**
     * The rows it is about.
     *
     * @return their ids; empty for all rows
     * @throws Invalid when they are not a list of ids
     */
    public Optional<List<Key>> ids() throws Invalid {
        if (!isThere("ids")) return Optional.empty();
        if (!(body.get("ids") instanceof JsonArray ids)) throw new Invalid("ids", "Expected a list of primary keys.");
        List<Key> keys = new ArrayList<>();
        for (JsonValue id : ids) keys.add(Key.of("ids", id));
        return Optional.of(keys);
    }

    /**
     * How many rows it wants to have.
     *
     * @param most how many it may have
     * @return empty when it does not say
     * @throws Invalid when it is not a number of rows
     */
    public OptionalInt limit(int most) throws Invalid {
        return number("limit", 1, most);
    }

    /**
     * How many rows it does not want to have before them.
     *
     * @return empty when it does not say
     * @throws Invalid when it is not a number of rows
     */
    public OptionalInt offset() throws Invalid {
        return number("offset", 0, Integer.MAX_VALUE);
    }

    private OptionalInt number(String field, int least, int most) throws Invalid {
        JsonValue value = body.get(field);
        if (value == null || value == JsonValue.NULL) {
            value = body.get("data") instanceof JsonObject data ? data.get(field) : null;
            if (value == null || value == JsonValue.NULL) return OptionalInt.empty();
        }
        try {
            int number = ((JsonNumber) value).bigIntegerValueExact().intValueExact();
            if (number >= least && number <= most) return OptionalInt.of(number);
        } catch (ClassCastException | ArithmeticException notANumber) {
            // said below
        }
        throw new Invalid(field, "A whole number from %d to %d is expected.".formatted(least, most));
    }

    /**
     * By what it picks rows. What stands in {@code filters}, or in {@code data}, is meant as a filter; beside the action, only
     * what can be one: a client may say there what it likes.
     *
     * @param canBe whether there is a filter with a name
     * @return plain values by names
     * @throws Invalid when it compares with something that is no single value
     */
    public Map<String, @Nullable Object> filters(Predicate<String> canBe) throws Invalid {
        Map<String, @Nullable Object> filters = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> one : body.entrySet())
            if (!OUR_OWN.contains(one.getKey()) && canBe.test(one.getKey())) add(one, filters);
        for (String place : List.of("data", "filters")) {
            if (!isThere(place)) continue;
            if (!(body.get(place) instanceof JsonObject object)) throw new Invalid(place, "Expected an object.");
            for (Map.Entry<String, JsonValue> one : object.entrySet())
                if (!one.getKey().equals("limit") && !one.getKey().equals("offset")) add(one, filters);
        }
        return filters;
    }

    /**
     * What it wants to write.
     *
     * @return plain values (numbers as text), lists of them, and maps, by names; nothing when it does not say
     * @throws Invalid when it is no object
     */
    public Map<String, @Nullable Object> data() throws Invalid {
        if (!isThere("data")) return Map.of();
        if (!(body.get("data") instanceof JsonObject data)) throw new Invalid("data", "Expected an object.");
        return plain(data);
    }

    private static Map<String, @Nullable Object> plain(JsonObject object) throws Invalid {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> one : object.entrySet()) plain.put(one.getKey(), plain(one.getValue()));
        return plain;
    }

    private static @Nullable Object plain(JsonValue value) throws Invalid {
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> plain((JsonNumber) value);
            case TRUE, FALSE -> value == JsonValue.TRUE;
            case NULL -> null;
            case OBJECT -> plain(value.asJsonObject());
            case ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (JsonValue element : value.asJsonArray()) list.add(plain(element));
                yield list;
            }
        };
    }

    private static void add(Map.Entry<String, JsonValue> one, Map<String, @Nullable Object> filters) throws Invalid {
        JsonValue value = one.getValue();
        if (value instanceof JsonStructure) throw new Invalid(one.getKey(), "A single value is expected.");
        filters.put(one.getKey(), plain(value));
    }

    /** A number that is whole is one, however it was written. */
    private static Object plain(JsonNumber number) throws Invalid {
        if (Math.abs(number.bigDecimalValue().scale()) > LONGEST_REQUEST_ID)
            throw new Invalid("number", "This number is too large.");
        return number.bigDecimalValue().toPlainString();
    }

    private boolean isThere(String field) {
        JsonValue value = body.get(field);
        return value != null && value != JsonValue.NULL;
    }
}
