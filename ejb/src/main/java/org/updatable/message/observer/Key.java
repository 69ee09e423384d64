package org.updatable.message.observer;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.updatable.message.Json;

/**
 * A row's id as a client says it, and wants to hear it.
 *
 * @param json a number or a string
 * @param text the same as text
 */
public record Key(String json, String text) {
    private static final int LONGEST = 1024;

    static Key of(String field, JsonValue value) throws Invalid {
        if (value instanceof JsonString string && string.getString().length() <= LONGEST)
            return new Key(Json.text(value), string.getString());
        if (value instanceof JsonNumber number && number.toString().length() <= LONGEST)
            return new Key(value.toString(), number.toString());
        throw new Invalid(field, "A primary key is a number or a string.");
    }
}
