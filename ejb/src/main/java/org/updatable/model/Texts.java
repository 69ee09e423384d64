package org.updatable.model;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a text as what it says. */
final class Texts {
    private static final Map<Class<?>, Function<String, Object>> READERS = Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(long.class, Long::valueOf),
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(int.class, Integer::valueOf),
            Map.entry(Short.class, Short::valueOf),
            Map.entry(short.class, Short::valueOf),
            Map.entry(UUID.class, UUID::fromString));

    private Texts() {}

    /** Whether the type has a text that can be read: text itself, whole numbers, UUIDs and enums. */
    static boolean isReadable(Class<?> type) {
        return READERS.containsKey(type) || type.isEnum();
    }

    /**
     * Reads a text.
     *
     * @param type a readable one
     * @throws IllegalArgumentException when it does not say one of those
     */
    static Object read(Class<?> type, String text) {
        Function<String, Object> reader = READERS.get(type);
        if (reader != null) return reader.apply(text);
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }
}
