package org.updatable.message;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How messages are written down, and read. */
public final class Wire {
    /** The subprotocol that our own client asks for: many updates may share a frame. */
    public static final String UPDATABLE_V1 = "updatable.v1";

    /** What is kept for each group of each connection is bounded, and so is what a form's pattern can ask for. */
    private static final int LONGEST_NAME = 4096;

    private Wire() {}

    /**
     * Reads what a browser asks for.
     *
     * @param frame a text frame
     * @return the subscriptions it holds, in order; those without a group are left out
     * @throws BadFrame when it is not JSON, not an object, or holds a wrong type
     */
    public static List<Subscription> read(String frame) throws BadFrame {
        JsonObject object = Json.parse(frame);
        List<Subscription> subscriptions = new ArrayList<>();
        JsonValue batch = object.get("batch");
        if (batch == null || batch == JsonValue.NULL) {
            readOne(object, subscriptions);
        } else if (batch instanceof JsonArray items) {
            for (JsonValue item : items) {
                if (!(item instanceof JsonObject one)) throw new BadFrame("A batch holds objects.");
                readOne(one, subscriptions);
            }
        } else {
            throw new BadFrame("\"batch\" is an array.");
        }
        return subscriptions;
    }

    /**
     * Writes one update.
     *
     * @param update what the watchers of its group are told
     * @return a JSON object
     */
    public static String write(Update update) {
        ObjectWriter json = new ObjectWriter();
        if (update instanceof UpdateValue value) {
            json.put("type", "update_value").put("path", value.group()).put("value", value.value());
            if (value.html()) json.put("html", true);
        } else if (update instanceof ToggleClass toggle) {
            json.put("type", "toggle_class").put("path", toggle.group());
            json.put("class", toggle.name()).put("value", toggle.present());
        } else if (update instanceof UpdateAttribute attribute) {
            json.put("type", "update_attribute").put("path", attribute.group());
            json.put("attribute_name", attribute.name()).put("value", attribute.value());
        }
        return json.end();
    }

    /**
     * Puts several messages into one frame, for a client that speaks {@link #UPDATABLE_V1}.
     *
     * @param messages JSON objects, at least one
     * @return the message itself when it is the only one
     */
    public static String frame(Collection<String> messages) {
        if (messages.size() == 1) return messages.iterator().next();
        return "{\"batch\":[" + String.join(",", messages) + "]}";
    }

    /**
     * Tells a client that what it sent was not understood.
     *
     * @param code 400 for a bad frame
     * @param message why, for the person who reads the client's log
     * @return a JSON object
     */
    public static String error(int code, String message) {
        return Json.object(
                json -> json.write("type", "error").write("code", code).write("message", message));
    }

    /**
     * Tells a client that it may not watch a group.
     *
     * @param group the name of the group
     * @param code 403, or 410 for a token that is outdated
     * @return a JSON object
     */
    public static String refused(String group, int code) {
        return Json.object(
                json -> json.write("type", "refused").write("path", group).write("code", code));
    }

    /**
     * Tells a client that an update is too large to be sent: what it says is to be taken from the page.
     *
     * @param update the update
     * @return a JSON object
     */
    public static String tooLarge(Update update) {
        return Json.object(json -> {
            json.write("type", "refused").write("path", update.group()).write("code", 413);
            if (update instanceof UpdateAttribute attribute) json.write("attribute_name", attribute.name());
        });
    }

    /**
     * Gives a client another token, which ends later.
     *
     * @param group the name of the group
     * @param token the token
     * @return a JSON object
     */
    public static String token(String group, String token) {
        return Json.object(
                json -> json.write("type", "token").write("path", group).write("token", token));
    }

    /**
     * Tells a client that its page shows what the database held after it had joined.
     *
     * @param frames how many of its frames are answered by that
     * @return a JSON object
     */
    public static String ready(int frames) {
        return Json.object(json -> json.write("type", "ready").write("n", frames));
    }

    /**
     * Tells a client that the row of a group is not there any more.
     *
     * @param group the name of the group
     * @return a JSON object
     */
    public static String removed(String group) {
        return Json.object(json -> json.write("type", "removed").write("path", group));
    }

    /**
     * Tells a client what is announced on a channel.
     *
     * @param channel the name of the channel
     * @param payload plain values, lists and maps by names
     * @param digest what a client that comes back says, to be told whether it has missed anything
     * @param spread over how many milliseconds all who hear it are to spread what they ask for
     * @return a JSON object
     */
    public static String notification(
            String channel, Map<String, ? extends @Nullable Object> payload, String digest, long spread) {
        return Json.object(json -> {
            json.write("type", "notify").write("path", channel).writeStartObject("payload");
            Json.write(json, payload);
            json.writeEnd().write("digest", digest);
            if (spread > 0) json.write("spread", spread);
        });
    }

    private static void readOne(JsonObject object, List<Subscription> subscriptions) throws BadFrame {
        JsonValue group = object.get("group");
        boolean join = readJoin(object.get("subscribe"));
        if (group == null || group == JsonValue.NULL) return;
        if (!(group instanceof JsonString name)) throw new BadFrame("\"group\" is a string.");
        if (name.getString().length() > LONGEST_NAME)
            throw new BadFrame("A group's name has %d characters at most.".formatted(LONGEST_NAME));
        String token = readText(object, "token");
        String digest = readText(object, "digest");
        if (!name.getString().isEmpty()) subscriptions.add(new Subscription(name.getString(), join, token, digest));
    }

    private static @Nullable String readText(JsonObject object, String key) throws BadFrame {
        JsonValue value = object.get(key);
        if (value == null || value == JsonValue.NULL) return null;
        if (value instanceof JsonString text) return text.getString();
        throw new BadFrame("\"%s\" is a string.".formatted(key));
    }

    private static boolean readJoin(@Nullable JsonValue subscribe) throws BadFrame {
        if (subscribe == null || subscribe == JsonValue.NULL || subscribe == JsonValue.FALSE) return false;
        if (subscribe == JsonValue.TRUE) return true;
        throw new BadFrame("\"subscribe\" is true or false.");
    }
}
