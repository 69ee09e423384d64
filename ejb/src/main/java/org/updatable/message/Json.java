package org.updatable.message;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON as our messages are written in it. */
public final class Json {
    private static final int MOST_DIGITS_OF_A_LONG = 18;
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    // Kept: the static Json.createXxx methods look the provider up on every call, which costs fifty times the message.
    private static final JsonParserFactory PARSERS = JsonProvider.provider().createParserFactory(Map.of());
    private static final JsonGeneratorFactory GENERATORS =
            JsonProvider.provider().createGeneratorFactory(Map.of());

    private Json() {}

    /**
     * Reads a frame.
     *
     * @param frame a text frame
     * @return the one object that it is
     * @throws BadFrame when it is not JSON, or not an object
     */
    public static JsonObject parse(String frame) throws BadFrame {
        try (JsonParser json = PARSERS.createParser(new StringReader(frame))) {
            // A reader would not notice what stands behind the object.
            if (json.next() == JsonParser.Event.START_OBJECT) {
                JsonObject object = json.getObject();
                if (!json.hasNext()) return object;
            }
        } catch (JsonException | NoSuchElementException malformed) {
            throw new BadFrame("A frame is a JSON object; this is not JSON.");
        } catch (RuntimeException tooLarge) { // Parsson has no class of its own for what is beyond its limits
            throw new BadFrame("This JSON is nested too deeply, or holds a number that is too large.");
        }
        throw new BadFrame("A frame is one JSON object.");
    }

    /**
     * Reads what another program has written.
     *
     * @param text anything
     * @return its plain values by their names; empty when it is no JSON object
     */
    public static Optional<Map<String, @Nullable Object>> read(String text) {
        try {
            return Optional.of(plain(parse(text)));
        } catch (BadFrame notAnObject) {
            return Optional.empty();
        }
    }

    private static Map<String, @Nullable Object> plain(JsonObject object) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        object.forEach((name, value) -> values.put(name, plain(value)));
        return values;
    }

    private static @Nullable Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> null;
            case TRUE -> true;
            case FALSE -> false;
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> plain((JsonNumber) value);
            case ARRAY -> value.asJsonArray().stream().map(Json::plain).toList();
            case OBJECT -> plain(value.asJsonObject());
        };
    }

    private static Object plain(JsonNumber number) {
        BigDecimal exact = number.bigDecimalValue();
        return number.isIntegral() && exact.precision() - exact.scale() <= MOST_DIGITS_OF_A_LONG
                ? (Object) number.longValue()
                : exact;
    }

    /**
     * Writes an object.
     *
     * @param content writes what is in it
     * @return a JSON object
     */
    public static String object(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = GENERATORS.createGenerator(text)) {
            json.writeStartObject();
            content.accept(json);
            json.writeEnd();
        }
        return withoutHalves(text.toString());
    }

    /**
     * Writes what is in an object.
     *
     * @param json is in an object
     * @param values plain values, lists and maps by their names
     */
    public static void write(JsonGenerator json, Map<?, ? extends @Nullable Object> values) {
        values.forEach((name, value) -> {
            json.writeKey(String.valueOf(name));
            write(json, value);
        });
    }

    private static void write(JsonGenerator json, @Nullable Object value) {
        if (value == null) json.writeNull();
        else if (value instanceof Boolean truth) json.write(truth);
        else if (value instanceof Integer || value instanceof Long) json.write(((Number) value).longValue());
        else if (value instanceof BigDecimal number) json.write(number);
        else if (value instanceof BigInteger number) json.write(number);
        else if (value instanceof Number number) json.write(new BigDecimal(number.toString()));
        else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            write(json, map);
            json.writeEnd();
        } else if (value instanceof Collection<?> list) {
            json.writeStartArray();
            list.forEach(part -> write(json, part));
            json.writeEnd();
        } else json.write(value.toString());
    }

    /**
     * An object of the application's own.
     *
     * @param object a map, or what JSON-B writes as an object
     * @return its values by their names: text, numbers, truths, lists and maps, or whatever the map holds
     * @throws RuntimeException when JSON-B cannot write it, or not as an object
     */
    public static Map<String, @Nullable Object> map(Object object) {
        Map<?, ?> values = object instanceof Map<?, ?> map
                ? map
                : Binding.JSON.fromJson(Binding.JSON.toJson(object), LinkedHashMap.class);
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        values.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }

    /** Apart, since few applications need it. */
    private static final class Binding {
        static final Jsonb JSON = JsonbBuilder.create();
    }

    /**
     * Writes a value again that was read.
     *
     * @param value a value
     * @return the same, as JSON
     */
    public static String text(JsonValue value) {
        return withoutHalves(value.toString());
    }

    /**
     * Half of a surrogate pair, as a client may say it and a row may hold it, cannot be written in UTF-8: a server that
     * is to send one sends nothing more on that connection. As an escape it goes through.
     */
    private static String withoutHalves(String json) {
        if (json.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) return json; // as most have none
        return HALF.matcher(json)
                .replaceAll(half -> "\\\\u%04x".formatted((int) half.group().charAt(0)));
    }
}
