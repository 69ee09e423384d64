package org.updatable.change;

import java.util.Optional;
import java.util.Set;

/**
 * Something changed, and the value is not known: who shows it reads it.
 *
 * @param namespace the live entity's name
 * @param ids the rows as text; empty means every row
 * @param properties the names of those that may have changed; empty means every one
 */
public record Touched(String namespace, Set<String> ids, Set<String> properties) implements Fact {

    /** Copies the sets. */
    public Touched {
        ids = Set.copyOf(ids);
        properties = Set.copyOf(properties);
    }

    /**
     * Every row of an entity.
     *
     * @param namespace the live entity's name
     * @return the fact
     */
    public static Touched all(String namespace) {
        return new Touched(namespace, Set.of(), Set.of());
    }

    /**
     * One row.
     *
     * @param row the row
     * @param properties the names of those that may have changed; none means every one
     * @return the fact
     */
    public static Touched row(Row row, String... properties) {
        return new Touched(row.namespace(), Set.of(row.id()), Set.of(properties));
    }

    /**
     * Whether a row may have changed.
     *
     * @param row any row
     * @return true when it is one of these
     */
    public boolean includes(Row row) {
        return namespace.equals(row.namespace()) && (ids.isEmpty() || ids.contains(row.id()));
    }

    @Override
    public Optional<Touched> touched() {
        return Optional.of(this);
    }
}
