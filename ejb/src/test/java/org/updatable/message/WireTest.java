package org.updatable.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    static Stream<JsonObject> whatClientsSay() {
        return examples("client.json");
    }

    @ParameterizedTest
    @MethodSource("whatClientsSay")
    void aFrameMeansWhatTheProtocolSays(JsonObject example) throws BadFrame {
        List<Subscription> expected = example.getJsonArray("subscriptions").getValuesAs(JsonObject.class).stream()
                .map(one -> new Subscription(
                        one.getString("group"),
                        one.getBoolean("join"),
                        one.getString("token", null),
                        one.getString("digest", null)))
                .toList();

        assertThat(Wire.read(example.getJsonObject("frame").toString())).isEqualTo(expected);
    }

    static Stream<JsonObject> aboutAccess() {
        return examples("access.json").map(example -> example.getJsonObject("frame"));
    }

    @ParameterizedTest
    @MethodSource("aboutAccess")
    void whoMayWatchIsSaidAsTheProtocolSays(JsonObject frame) {
        String group = frame.getString("path", "");
        assertThat(parse(aboutAccess(group, frame))).isEqualTo(frame);
    }

    private static String aboutAccess(String group, JsonObject frame) {
        if (frame.getString("type").equals("ready")) return Wire.ready(frame.getInt("n"));
        if (frame.getString("type").equals("removed")) return Wire.removed(group);
        if (frame.getString("type").equals("token")) return Wire.token(group, frame.getString("token"));
        if (frame.getString("type").equals("notify"))
            return Wire.notification(
                    group,
                    inParts(frame.getJsonObject("payload")),
                    frame.getString("digest"),
                    frame.getInt("spread", 0));
        if (frame.getInt("code") != 413) return Wire.refused(group, frame.getInt("code"));
        return Wire.tooLarge(
                frame.containsKey("attribute_name")
                        ? Update.attribute(group, frame.getString("attribute_name"), "large")
                        : Update.value(group, "large"));
    }

    private static Map<String, @Nullable Object> inParts(JsonObject object) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        object.forEach((name, value) -> plain.put(name, inParts(value)));
        return plain;
    }

    private static @Nullable Object inParts(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).bigDecimalValue();
            case TRUE, FALSE -> value == JsonValue.TRUE;
            case NULL -> null;
            case OBJECT -> inParts(value.asJsonObject());
            case ARRAY -> value.asJsonArray().stream().map(WireTest::inParts).collect(Collectors.toList());
        };
    }

    /** A server of ours says no fractions, no structures, and of a class nothing but that it is there or not. */
    static Stream<JsonObject> plainUpdates() {
        return examples("server.json")
                .filter(example -> example.getJsonArray("updates").size() == 1)
                .filter(example -> !example.getJsonObject("frame").containsKey("batch"))
                .filter(example -> !example.getJsonObject("frame").containsKey("color"))
                .filter(example -> !(value(example) instanceof JsonArray) && !(value(example) instanceof JsonObject))
                .filter(example -> !(value(example) instanceof JsonNumber number) || number.isIntegral())
                .filter(example -> !example.getJsonObject("frame").containsKey("class")
                        || plain(value(example)) instanceof Boolean);
    }

    @ParameterizedTest
    @MethodSource("plainUpdates")
    void anUpdateIsWrittenAsTheProtocolSays(JsonObject example) {
        Update update = update(example.getJsonArray("updates").getJsonObject(0));

        assertThat(parse(Wire.write(update))).isEqualTo(example.get("frame"));
    }

    private static Update update(JsonObject json) {
        String group = json.getString("group");
        Object value = plain(json.getOrDefault("value", JsonValue.NULL));
        if (json.containsKey("class"))
            return Update.toggleClass(group, json.getString("class"), Boolean.TRUE.equals(value));
        if (json.containsKey("attribute_name")) return Update.attribute(group, json.getString("attribute_name"), value);
        return new UpdateValue(group, value, json.containsKey("html"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"onclick", "ONCLICK", "srcdoc", "data-update-group", "", "a b", "a=b", "1"})
    void anAttributeThatABrowserWouldRunIsRefused(String name) {
        assertThatThrownBy(() -> Update.attribute("post-1-title", name, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + name + "\" cannot be updated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two classes"})
    void whatIsNotOneClassIsRefused(String name) {
        assertThatThrownBy(() -> Update.toggleClass("post-1-title", name, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + name + "\" is not one CSS class.");
    }

    /** UTF-8 has no such thing: a server that is to send one ends the connection. */
    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "\udc00", "a\udc00\ud800b", "\ud83d\ude00\ude00"})
    void halfAPairOfSurrogatesIsWrittenAsAnEscape(String text) {
        for (String json : List.of(Wire.write(new UpdateValue("post-1-title", text)), Wire.refused(text, 403))) {
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(json)).isTrue();
            assertThat(parse(json).asJsonObject().values().stream().map(WireTest::plain))
                    .contains(text);
        }
    }

    @Test
    void aWholePairIsWrittenAsItIs() {
        assertThat(Wire.write(new UpdateValue("post-1-title", "\ud83d\ude00"))).contains("\"\ud83d\ude00\"");
    }

    @Test
    void manyMessagesShareAFrame() {
        List<String> messages = List.of(
                Wire.write(new UpdateValue("post-1-title", "A")), Wire.write(new UpdateValue("post-2-title", 2)));

        JsonObject frame = parse(Wire.frame(messages)).asJsonObject();

        assertThat(frame.getJsonArray("batch").stream().map(Object::toString)).containsExactlyElementsOf(messages);
    }

    @Test
    void oneMessageIsAFrameByItself() {
        String message = Wire.write(new UpdateValue("post-1-title", "A"));

        assertThat(Wire.frame(List.of(message))).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nope",
                "{",
                "[]",
                "1",
                "null",
                "{\"group\":7}",
                "{\"group\":\"g\",\"subscribe\":\"yes\"}",
                "{\"batch\":{}}",
                "{\"batch\":[1]}",
                "{\"subscribe\":true,\"group\":\"g\"} trailing"
            })
    void whatIsNotAllowedIsRefusedWithAReason(String frame) {
        assertThatThrownBy(() -> Wire.read(frame)).isInstanceOf(BadFrame.class).hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "[", "{\"batch\":["})
    void whatIsNestedTooDeeplyIsRefusedWithAReason(String level) {
        assertThatThrownBy(() -> Wire.read("{\"a\":" + level.repeat(10_000)))
                .isInstanceOf(BadFrame.class)
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483648", "-1E-99999999999999999999"})
    void aNumberThatIsTooLargeIsRefusedWithAReason(String number) {
        assertThatThrownBy(() -> Wire.read("{\"a\":" + number + "}"))
                .isInstanceOf(BadFrame.class)
                .hasMessageEndingWith(".");
    }

    @Test
    void aNumberOfTooManyDigitsIsRefusedWithAReason() {
        assertThatThrownBy(() -> Wire.read("{\"a\":" + "9".repeat(60_000) + "}"))
                .isInstanceOf(BadFrame.class)
                .hasMessageEndingWith(".");
    }

    @Test
    void aNameHasALimit() throws BadFrame {
        String longest = "x".repeat(4096);

        assertThat(Wire.read("{\"group\":\"" + longest + "\"}"))
                .containsExactly(new Subscription(longest, false, null, null));
        assertThatThrownBy(() -> Wire.read("{\"group\":\"" + longest + "x\"}"))
                .isInstanceOf(BadFrame.class)
                .hasMessage("A group's name has 4096 characters at most.");
    }

    private static Stream<JsonObject> examples(String file) {
        InputStream json = Objects.requireNonNull(WireTest.class.getResourceAsStream("/wire/" + file));
        try (JsonReader reader = JsonProvider.provider().createReader(json)) {
            return reader.readArray().getValuesAs(JsonObject.class).stream();
        }
    }

    private static JsonValue parse(String json) {
        try (JsonReader reader = JsonProvider.provider().createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    private static JsonValue value(JsonObject example) {
        return example.getJsonArray("updates").getJsonObject(0).getOrDefault("value", JsonValue.NULL);
    }

    private static @Nullable Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> null;
            case TRUE -> true;
            case FALSE -> false;
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> Long.valueOf(value.toString());
            case ARRAY, OBJECT -> throw new IllegalArgumentException("Not a plain value: " + value);
        };
    }

    /** Quotes, controls, and pairs; a half of a pair is not a text that JSON could say otherwise. */
    @Test
    void anyTextIsSaidAsItIs() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            String text = random.ints(random.nextInt(40), 0, 12)
                    .mapToObj(kind -> switch (kind) {
                        case 0 -> "\"";
                        case 1 -> "\\";
                        case 2 -> String.valueOf((char) random.nextInt(0x20));
                        case 3 -> Character.toString(random.nextInt(0x10000, 0x110000));
                        case 4 -> String.valueOf((char) random.nextInt(0x7f, 0xd800));
                        case 5 -> String.valueOf((char) random.nextInt(0xd800, 0xe000));
                        default -> String.valueOf((char) ('a' + kind));
                    })
                    .collect(Collectors.joining());
            String written = Wire.write(Update.value("post-1-title", text));
            assertThat(parse(written).asJsonObject().getString("value")).isEqualTo(text);
            assertThat(new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(written);
        }
    }
}
