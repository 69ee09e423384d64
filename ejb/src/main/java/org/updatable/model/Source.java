package org.updatable.model;

import java.util.Set;
import org.updatable.change.Touched;

/**
 * What a property takes its value from, beside what its row holds.
 *
 * @param namespace the live entity's name
 * @param property the name of a property there; empty for every one
 * @param ofSameRow whether it is one of the row itself, and not of another one
 */
record Source(String namespace, String property, boolean ofSameRow) {
    /** Every property. */
    static final String ANY = "";

    /** The same, seen from another row. */
    Source ofAnotherRow() {
        return new Source(namespace, property, false);
    }

    /** Which rows may take another value from it; empty for every one. */
    Set<String> rows(Touched touched) {
        return ofSameRow ? touched.ids() : Set.of();
    }

    /** Whether it may have changed. */
    boolean isIn(Touched touched) {
        return namespace.equals(touched.namespace())
                && (property.isEmpty()
                        || touched.properties().isEmpty()
                        || touched.properties().contains(property));
    }
}
