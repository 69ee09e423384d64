package org.updatable.observer;

import java.util.HashSet;
import java.util.Set;

/** What may have changed in the rows of one entity since they were read last. */
final class Change {
    private final Set<String> ids = new HashSet<>();
    private final Set<String> created = new HashSet<>();
    private boolean isOfAll;

    /** Some rows; every one when there are none. */
    void touched(Set<String> rows) {
        if (rows.isEmpty()) isOfAll = true;
        ids.addAll(rows);
    }

    void created(String row) {
        created.add(row);
    }

    void add(Change other) {
        ids.addAll(other.ids);
        created.addAll(other.created);
        isOfAll |= other.isOfAll;
    }

    /** The rows that are known to have changed. */
    Set<String> ids() {
        return ids;
    }

    /** Those of them that are known to be new. */
    Set<String> created() {
        return created;
    }

    /** Whether others may have changed, too. */
    boolean isOfAll() {
        return isOfAll;
    }
}
