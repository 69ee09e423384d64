package org.updatable.message;

import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object of plain values, for what is written for each update: a generator of JSON-P takes longer than all else that is done
 * with it, and a kilobyte.
 */
final class ObjectWriter {
    private static final int USUAL_LENGTH = 128;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder json = new StringBuilder(USUAL_LENGTH);
    private char before = '{';

    /**
     * A member.
     *
     * @param name without anything to be escaped
     * @param value text, a truth, a whole number, or null
     * @throws IllegalArgumentException for anything else
     */
    ObjectWriter put(String name, @Nullable Object value) {
        json.append(before).append('"').append(name).append("\":");
        before = ',';
        if (value instanceof String text) write(text);
        else if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long)
            json.append(value);
        else throw new IllegalArgumentException("Not a plain value: " + value.getClass());
        return this;
    }

    /** The object, when it has a member at least. */
    String end() {
        return json.append('}').toString();
    }

    private void write(String text) {
        json.append('"');
        int written = 0;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit >= ' ' && unit != '"' && unit != '\\' && !Character.isSurrogate(unit)) continue;
            if (Character.isHighSurrogate(unit)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                at++;
                continue;
            }
            json.append(text, written, at);
            escape(unit);
            written = at + 1;
        }
        json.append(text, written, text.length()).append('"');
    }

    /** Half of a pair could not be written in UTF-8, see {@link Json}. */
    private void escape(char unit) {
        json.append('\\');
        if (unit == '"' || unit == '\\') json.append(unit);
        else {
            json.append('u');
            for (int shift = 12; shift >= 0; shift -= 4) json.append(HEX[unit >> shift & 0xf]);
        }
    }
}
