package org.updatable.change;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
    private boolean created;
    private boolean deleted;

    RowChange(Row row, Class<?> entity, Object id) {
        this.row = row;
        this.entity = entity;
        this.id = id;
    }

    /**
     * The row was inserted. One that the transaction deleted before is updated, from values that are not known.
     *
     * @param values its live properties as plain values
     */
    public void created(Map<String, @Nullable Object> values) {
        created = !deleted;
        deleted = false;
        values.forEach((property, value) -> properties.put(property, new Difference(false, null, value)));
    }

    /**
     * A property was updated.
     *
     * @param property the property's name
     * @param oldValue the plain value before this flush
     * @param newValue the plain value now
     */
    public void updated(String property, @Nullable Object oldValue, @Nullable Object newValue) {
        properties.merge(
                property,
                new Difference(true, oldValue, newValue),
                (first, last) -> new Difference(first.oldKnown, first.oldValue, last.newValue));
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
        if (deleted) return Stream.of(new Touched(row.namespace(), Set.of(row.id())));
        return properties.entrySet().stream()
                .filter(property -> property.getValue().differs())
                .map(property -> new Changed(row, property.getKey(), property.getValue().newValue));
    }

    EntityChanged event(@Nullable String actor, @Nullable String tab) {
        Kind kind = created ? Kind.CREATED : deleted ? Kind.DELETED : Kind.UPDATED;
        return new EntityChanged(entity, id, kind, fields(), actor, tab);
    }

    private Set<String> fields() {
        return properties.entrySet().stream()
                .filter(property -> property.getValue().differs())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
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
