package org.updatable.change;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updatable.EntityChanged;
import org.updatable.EntityChanged.Kind;

/** What one transaction does to one row: the first old and the last new value of each property. */
public final class RowChange {
    private final Row row;
    private final Class<?> entity;
    private final Object id;
    private final Map<String, Difference> properties = new LinkedHashMap<>();
    private final Set<String> toBeRead = new HashSet<>();
    private boolean created;
    private boolean deleted;
    private final Set<String> dependent = new HashSet<>();

    RowChange(Row row, Class<?> entity, Object id) {
        this.row = row;
        this.entity = entity;
        this.id = id;
    }

    /** The row was inserted. One that the transaction deleted before is updated, from values that are not known. */
    public void created() {
        created = !deleted;
        deleted = false;
    }

    /**
     * A property has a new value, and nobody knows the old one.
     *
     * @param property the property's name
     * @param newValue the plain value now
     */
    public void set(String property, @Nullable Object newValue) {
        differs(property, new Difference(false, null, newValue));
    }

    /**
     * A property was updated.
     *
     * @param property the property's name
     * @param oldValue the plain value before this flush
     * @param newValue the plain value now
     */
    public void updated(String property, @Nullable Object oldValue, @Nullable Object newValue) {
        differs(property, new Difference(true, oldValue, newValue));
    }

    /**
     * The database may hold another value than the one that was written: it is to be read.
     *
     * @param property the property's name, whose difference is told already
     */
    public void isToBeRead(String property) {
        toBeRead.add(property);
    }

    /**
     * When the row differs, so may these, which only reading tells.
     *
     * @param properties their names
     */
    public void mayDifferWithIt(Collection<String> properties) {
        dependent.addAll(properties);
    }

    /** The row was deleted. One that the transaction created before never was. */
    public void deleted() {
        deleted = !created;
        created = false;
        properties.clear();
    }

    boolean isNothing() {
        return !created && !deleted && fields().isEmpty();
    }

    Stream<Fact> facts() {
        if (deleted) return Stream.of(Touched.row(row));
        Set<String> fields = fields();
        Stream<Fact> known = fields.stream()
                .filter(field -> !toBeRead.contains(field))
                .map(field -> new Changed(row, field, Objects.requireNonNull(properties.get(field)).newValue));
        Set<String> unknown = new HashSet<>(fields);
        unknown.retainAll(toBeRead);
        if (!fields.isEmpty()) unknown.addAll(dependent);
        if (unknown.isEmpty()) return known;
        return Stream.concat(known, Stream.of(Touched.row(row, unknown.toArray(String[]::new))));
    }

    EntityChanged event(@Nullable String actor, @Nullable String tab) {
        Kind kind = created ? Kind.CREATED : deleted ? Kind.DELETED : Kind.UPDATED;
        return new EntityChanged(entity, id, kind, Set.copyOf(fields()), actor, tab);
    }

    private Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        properties.forEach((property, difference) -> {
            if (difference.differs()) fields.add(property);
        });
        return fields;
    }

    private void differs(String property, Difference difference) {
        properties.merge(
                property, difference, (first, last) -> new Difference(first.oldKnown, first.oldValue, last.newValue));
    }

    private record Difference(
            boolean oldKnown,
            @Nullable Object oldValue,
            @Nullable Object newValue) {

        boolean differs() {
            return !oldKnown || !Objects.equals(oldValue, newValue);
        }
    }
}
