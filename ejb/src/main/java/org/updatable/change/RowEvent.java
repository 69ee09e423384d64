package org.updatable.change;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updatable.EntityChanged.Kind;

/**
 * What happened to a row.
 *
 * @param row the row
 * @param kind what happened to it
 * @param fields the live properties that differ; none of a deleted row
 * @param more what is announced with it besides, by names
 */
public record RowEvent(Row row, Kind kind, Set<String> fields, Map<String, @Nullable Object> more) {

    /** Copies the collections. */
    public RowEvent {
        fields = Set.copyOf(fields);
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /**
     * What happened to a row, and nothing besides.
     *
     * @param row the row
     * @param kind what happened to it
     * @param fields the live properties that differ; none of a deleted row
     */
    public RowEvent(Row row, Kind kind, Set<String> fields) {
        this(row, kind, fields, Map.of());
    }
}
