package org.updatable.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.updatable.change.PlainValue;

/** Of an embeddable that is an element of a collection: its live parts in alphabetical order of their names. */
final class PartsNotation implements Notation {
    private final List<LiveProperty> parts;

    PartsNotation(List<LiveProperty> parts) {
        this.parts = parts;
    }

    @Override
    public @Nullable Object said(@Nullable Object value) {
        if (value == null) return null;
        return parts.stream()
                .map(part -> PlainValue.text(part.valueOf(value)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    @Override
    public @Nullable Object inParts(@Nullable Object value) {
        if (value == null) return null;
        Map<String, @Nullable Object> found = new TreeMap<>();
        parts.forEach(part -> found.put(part.name(), part.inPartsOf(value)));
        return found;
    }

    @Override
    public boolean comesBackAs(@Nullable Object value) {
        return value == null || parts.stream().allMatch(part -> part.comesBackFrom(value));
    }
}
