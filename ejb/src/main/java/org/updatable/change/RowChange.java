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
    private final Map<String, @Nullable Object> rewritten = new LinkedHashMap<>();
    private final Set<String> toBeRead = new HashSet<>();
    private boolean created;
    private boolean deleted;
    private long written;
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
        written = System.nanoTime();
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
     * A property was written without being changed: the provider writes all columns of a row. Where no version forbids it,
     * that overwrites what another transaction has changed meanwhile.
     *
     * @param property the property's name
     * @param value its plain value
     */
    public void rewritten(String property, @Nullable Object value) {
        written = System.nanoTime();
        rewritten.put(property, value);
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
        written = System.nanoTime();
        properties.clear();
        rewritten.clear();
    }

    /** When something was last told, which is before it is written: the provider may write later, in a batch. */
    long written() {
        return written;
    }

    Row row() {
        return row;
    }

    boolean isNothing() {
        return !created && !deleted && fields().isEmpty();
    }

    Stream<Fact> facts() {
        if (deleted) return Stream.of(Touched.row(row));
        Set<String> fields = fields();
        if (created && fields.isEmpty()) return Stream.of(Touched.row(row));
        Map<String, @Nullable Object> values = new LinkedHashMap<>(rewritten);
        fields.forEach(field -> values.put(field, Objects.requireNonNull(properties.get(field)).newValue));
        Set<String> unknown = new HashSet<>(values.keySet());
        unknown.retainAll(toBeRead);
        values.keySet().removeAll(toBeRead);
        Stream<Fact> known = values.entrySet().stream()
                .map(value -> new Changed(row, value.getKey(), value.getValue(), fields.contains(value.getKey())));
        if (!fields.isEmpty()) unknown.addAll(dependent);
        if (unknown.isEmpty()) return known;
        return Stream.concat(known, Stream.of(Touched.row(row, unknown.toArray(String[]::new))));
    }

    EntityChanged event(@Nullable String actor, @Nullable String tab) {
        return new EntityChanged(entity, id, kind(), Set.copyOf(fields()), actor, tab);
    }

    RowEvent rowEvent() {
        return new RowEvent(row, kind(), fields());
    }

    private Kind kind() {
        return created ? Kind.CREATED : deleted ? Kind.DELETED : Kind.UPDATED;
    }

    private Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        properties.forEach((property, difference) -> {
            if (difference.differs()) fields.add(property);
        });
        return fields;
    }

    private void differs(String property, Difference difference) {
        written = System.nanoTime();
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
