package org.updatable.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.updatable.it.database.OwnDatabase;
import org.updatable.it.models.Desk;
import org.updatable.it.protocol.Observer;

/**
 * What a program says to {@code /updates/article}, and what it is answered: the frames are in {@code models/*.json}. Each
 * step of a conversation is one thing that is said, done, or expected as the very next frame.
 */
@OnServer
class ModelsIT {
    private static final JsonObject ROWS = read("rows").asJsonObject();
    private static final JsonObject LAST = Json.createObjectBuilder()
            .add("action", "retrieve")
            .add("pk", "nobody")
            .add("request_id", "the last word")
            .build();

    private final HttpClient http = Server.http().build();

    @Deployment(testable = false)
    public static WebArchive magazine() {
        WebArchive magazine = ShrinkWrap.create(WebArchive.class, "models.war")
                .addPackage(Desk.class.getPackage())
                .addPackage(OwnDatabase.class.getPackage())
                .addAsResource("models/persistence.xml", "META-INF/persistence.xml")
                .addAsLibrary(Archives.database());
        Archives.libraries().forEach((path, library) -> magazine.add(library, path));
        return magazine;
    }

    static Stream<Arguments> conversations() {
        return Stream.of("frames", "access", "retrieve", "list", "subscribe", "many", "policy", "write", "shape")
                .flatMap(file -> read(file).asJsonArray().stream()
                        .map(JsonValue::asJsonObject)
                        .map(one -> Arguments.of(file + ": " + one.getString("name"), one)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conversations")
    void aConversationGoesAsItShould(String name, JsonObject conversation) {
        does("reset");
        String path = conversation.getString("path", "article");
        String user = conversation.getString("user", "");
        Observer observer = Observer.of("models", path, user);
        try {
            for (JsonValue value : conversation.getJsonArray("steps")) {
                JsonObject step = value.asJsonObject();
                if (step.containsKey("reconnect")) {
                    observer.isLost();
                    observer = Observer.of("models", path, user);
                } else take(step, observer);
            }
            hearsNothing(observer);
        } finally {
            observer.close();
        }
    }

    private void take(JsonObject step, Observer observer) {
        String kind = step.keySet().iterator().next();
        JsonValue what = step.get(kind);
        switch (kind) {
            case "send" -> observer.says(what.toString());
            case "text" -> observer.says(step.getString(kind));
            case "do" -> does(step.getString(kind));
            case "expect" -> {
                JsonValue expected = filled(what);
                assertThat(masked(observer.hears(), expected)).isEqualTo(expected);
            }
            case "nothing" -> hearsNothing(observer);
            default -> throw new IllegalArgumentException(kind);
        }
    }

    /** What was done before is told before the answer to this. */
    private static void hearsNothing(Observer observer) {
        observer.says(LAST.toString());
        JsonObject next = observer.hears().asJsonObject();
        assertThat(next.get("request_id")).as("no frame, but %s", next).isEqualTo(LAST.get("request_id"));
    }

    private void does(String what) {
        HttpRequest request = HttpRequest.newBuilder(Server.address("models").resolve("do"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("what=" + URLEncoder.encode(what, StandardCharsets.UTF_8)))
                .build();
        assertThat(Server.ask(http, request).statusCode()).as(what).isEqualTo(200);
    }

    /** {@code {"$": "one", "title": "Other"}} is row one with another title. */
    private static JsonValue filled(JsonValue value) {
        if (value instanceof JsonObject object) {
            var filled = Json.createObjectBuilder();
            if (object.containsKey("$"))
                ROWS.getJsonObject(object.getString("$")).forEach(filled::add);
            object.forEach((name, part) -> {
                if (!name.equals("$")) filled.add(name, filled(part));
            });
            return filled.build();
        }
        if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            var filled = Json.createArrayBuilder();
            List.copyOf(value.asJsonArray()).forEach(part -> filled.add(filled(part)));
            return filled.build();
        }
        return value;
    }

    /** Where {@code "*"} is expected, everything is. */
    private static JsonValue masked(JsonValue heard, JsonValue expected) {
        if (expected.equals(Json.createValue("*"))) return expected;
        if (!(heard instanceof JsonObject object) || !(expected instanceof JsonObject pattern)) return heard;
        var masked = Json.createObjectBuilder();
        object.forEach(
                (name, part) -> masked.add(name, pattern.containsKey(name) ? masked(part, pattern.get(name)) : part));
        return masked.build();
    }

    private static JsonValue read(String file) {
        InputStream text =
                Objects.requireNonNull(ModelsIT.class.getResourceAsStream("/models/" + file + ".json"), file);
        try (JsonReader json = Json.createReader(text)) {
            return json.readValue();
        }
    }
}
