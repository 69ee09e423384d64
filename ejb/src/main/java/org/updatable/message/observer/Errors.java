package org.updatable.message.observer;

import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.updatable.message.Json;

/** Errors as a client of Django REST framework expects them. */
public final class Errors {
    /** None. */
    public static final String NONE = "[]";

    /** The row is not there, or not to be seen. */
    public static final String NOT_FOUND = "[\"Not found\"]";

    /** It may not be. */
    public static final String FORBIDDEN = "[\"You do not have permission to perform this action.\"]";

    /** Nothing is asked for. */
    public static final String NO_ACTION = "[\"Unable to find action in message body.\"]";

    /** Somebody else was faster. */
    public static final String CONFLICT = "[\"The row was changed meanwhile.\"]";

    private static final JsonProvider JSON = JsonProvider.provider();

    private Errors() {}

    /**
     * One sentence.
     *
     * @param sentence what is wrong
     * @return a JSON array
     */
    public static String of(String sentence) {
        return "[" + quoted(sentence) + "]";
    }

    /**
     * Something is wrong with one field.
     *
     * @param field its name
     * @param reason what is wrong
     * @return a JSON array
     */
    public static String of(String field, String reason) {
        return "[{" + quoted(field) + ":[" + quoted(reason) + "]}]";
    }

    /**
     * Something is wrong with some fields.
     *
     * @param reasons sentences by their names
     * @return a JSON array
     */
    public static String of(Map<String, List<String>> reasons) {
        return reasons.entrySet().stream()
                .map(field -> quoted(field.getKey())
                        + field.getValue().stream().map(Errors::quoted).collect(Collectors.joining(",", ":[", "]")))
                .collect(Collectors.joining(",", "[{", "}]"));
    }

    /**
     * There is no such action.
     *
     * @param action what the client asked for
     * @return a JSON array
     */
    public static String notAllowed(String action) {
        return of("Method \"%s\" not allowed.".formatted(action));
    }

    static String quoted(String text) {
        return Json.text(JSON.createValue(text));
    }
}
