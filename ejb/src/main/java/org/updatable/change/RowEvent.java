package org.updatable.change;

import java.util.Set;
import org.updatable.EntityChanged.Kind;

/**
 * What happened to a row.
 *
 * @param row the row
 * @param kind what happened to it
 * @param fields the live properties that differ; none of a deleted row
 */
public record RowEvent(Row row, Kind kind, Set<String> fields) {

    /** Copies the fields. */
    public RowEvent {
        fields = Set.copyOf(fields);
    }
}
