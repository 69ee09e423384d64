package org.updatable.message.observer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updatable.message.Json;

/**
 * A row, written once for all who are told of it: each may call it otherwise.
 *
 * @param key its id
 * @param rest all but its {@code pk}: its id and its fields, without the brackets
 */
public record RowText(Key key, String rest) {

    /**
     * Writes a row. What has dots in its name becomes an object: {@code delivery.street}.
     *
     * @param id its id as text
     * @param key its id as a plain value
     * @param values plain values, lists and maps by the names of its fields
     * @return its text
     */
    public static RowText of(String id, Object key, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", key);
        values.forEach((name, value) -> {
            if (!name.equals("id") && !name.equals("pk")) put(fields, name, value);
        });
        String object = Json.object(json -> Json.write(json, fields));
        return new RowText(key(id, key), object.substring(1, object.length() - 1));
    }

    /**
     * What a row is called by who does not call it otherwise.
     *
     * @param id its id as text
     * @param key its id as a plain value
     * @return its id as JSON
     */
    public static Key key(String id, Object key) {
        return new Key(key instanceof Integer || key instanceof Long ? key.toString() : Errors.quoted(id), id);
    }

    /**
     * The row as a client calls it.
     *
     * @param pk as the client wants to hear its id
     * @return a JSON object
     */
    public String as(Key pk) {
        return "{\"pk\":" + pk.json() + "," + rest + "}";
    }

    /**
     * The row that is gone, as a client calls it.
     *
     * @param pk as the client wants to hear its id
     * @return a JSON object
     */
    public static String gone(Key pk) {
        return "{\"pk\":" + pk.json() + "}";
    }

    @SuppressWarnings("unchecked") // made here
    private static void put(Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) fields.put(name, value);
        else
            put(
                    (Map<String, @Nullable Object>)
                            fields.computeIfAbsent(name.substring(0, dot), first -> new LinkedHashMap<>()),
                    name.substring(dot + 1),
                    value);
    }
}
