package org.updatable;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fired once for each row of a live entity that a transaction changed, after it committed:
 * {@code void on(@Observes EntityChanged changed)}. Observers run one after the other on a thread of the container,
 * without a transaction and without a request.
 *
 * @param entity the root entity class of the row
 * @param id the row's id
 * @param kind what happened to the row
 * @param fields the live properties that differ from before the transaction; all of them for a created row, none for
 *     a deleted one
 * @param actor the caller's name, or null when the unit of updates had no authenticated caller or there was no unit
 * @param tab the browser tab the request came from, or null when it is not known; compare it, never parse it
 */
public record EntityChanged(
        Class<?> entity,
        Object id,
        Kind kind,
        Set<String> fields,
        @Nullable String actor,
        @Nullable String tab) {

    /** What happened to the row. */
    public enum Kind {
        /** The transaction inserted it. */
        CREATED,
        /** The transaction changed at least one live property of it. */
        UPDATED,
        /** The transaction deleted it. */
        DELETED
    }
}
