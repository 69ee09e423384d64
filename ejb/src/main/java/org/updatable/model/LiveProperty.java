package org.updatable.model;

import jakarta.persistence.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One property that is live: an attribute, a part of an embeddable ({@code delivery.status}), a reference (said by the
 * id of what it refers to), a collection of basic values (said one after the other), or a getter whose value is derived
 * from others.
 */
public final class LiveProperty {
    private final String name;
    private final Class<?> owner;
    private final List<Accessor> steps;
    private final Kind kind;
    private final List<String> path;
    private final UnaryOperator<@Nullable Object> said;
    private final Optional<Column> column;
    private @Nullable LiveProperty sibling;

    /** Where a property's value comes from. */
    public enum Kind {
        /** A column, or several. */
        ATTRIBUTE,
        /** A foreign key. */
        REFERENCE,
        /** A table of its own, for a collection of basic values. */
        COLLECTION,
        /** A getter. */
        DERIVED
    }

    /**
     * @param steps lead from an entity to the value
     * @param path the names that lead from the entity to what a query selects
     * @param said turns the attribute's value into the one to show
     */
    LiveProperty(
            String name,
            Class<?> owner,
            List<Accessor> steps,
            Kind kind,
            List<String> path,
            UnaryOperator<@Nullable Object> said) {
        this.name = name;
        this.owner = owner;
        this.steps = steps;
        this.kind = kind;
        this.path = path;
        this.said = said;
        this.column = steps.get(steps.size() - 1).annotation(Column.class);
    }

    /**
     * The property's name.
     *
     * @return as in a group's path
     */
    public String name() {
        return name;
    }

    /**
     * The class that has the property.
     *
     * @return the root entity class, one below it, or a mapped superclass
     */
    public Class<?> owner() {
        return owner;
    }

    /**
     * Where the value comes from.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The names that lead from the entity to what a query selects; of a reference, to the id of its target.
     *
     * @return at least one name; means nothing for a derived property
     */
    public List<String> path() {
        return path;
    }

    /**
     * The property as an entity has it: siblings in a hierarchy may each declare one of the same name, and others none.
     *
     * @param entity an instance of the live entity
     * @return this property, that of another class, or empty
     */
    public Optional<LiveProperty> in(Object entity) {
        if (owner.isInstance(entity)) return Optional.of(this);
        return sibling == null ? Optional.empty() : sibling.in(entity);
    }

    /**
     * Reads the property from an entity, as it is said.
     *
     * @param entity an instance of the live entity
     * @return the value; null also when an embeddable around it is null, or when the entity has no such property
     */
    public @Nullable Object valueOf(Object entity) {
        return in(entity).map(property -> property.read(entity)).orElse(null);
    }

    private @Nullable Object read(Object entity) {
        Object value = entity;
        for (Accessor step : steps) {
            if (value == null) return null;
            value = step.valueOf(value);
        }
        return said(value);
    }

    /** A property of the same name, declared by a class that inherits it neither from this one's owner nor to it. */
    void hasSibling(LiveProperty other) {
        if (other.owner.isAssignableFrom(owner) || owner.isAssignableFrom(other.owner)) return;
        if (sibling == null) sibling = other;
        else sibling.hasSibling(other);
    }

    /**
     * How a value of the attribute is said: decimals with the column's scale, references by id.
     *
     * @param value the attribute's value
     * @return the value to show
     */
    public @Nullable Object said(@Nullable Object value) {
        Object shown = said.apply(value);
        if (shown instanceof BigDecimal number && declaresScale())
            return number.setScale(column.orElseThrow().scale(), RoundingMode.HALF_UP);
        return shown;
    }

    /**
     * Whether the database gives a value back as it was written. Where that is not sure, the value is read after the
     * commit: a decimal whose scale nobody declared, a time with a fraction of a second or a zone, a column with a
     * definition of its own, or one that is written otherwise.
     *
     * @param value the attribute's value
     * @return false when it has to be read
     */
    public boolean comesBackAs(@Nullable Object value) {
        if (value == null || kind != Kind.ATTRIBUTE) return true;
        if (column.isPresent()
                && (!column.get().columnDefinition().isEmpty()
                        || !column.get().updatable()
                        || !column.get().insertable())) return false;
        if (value instanceof BigDecimal) return declaresScale();
        if (value instanceof Timestamp time) return time.getNanos() == 0;
        if (value instanceof Temporal time && !(value instanceof LocalDate) && !(value instanceof Year))
            return !time.isSupported(ChronoField.OFFSET_SECONDS)
                    && time.isSupported(ChronoField.NANO_OF_SECOND)
                    && time.get(ChronoField.NANO_OF_SECOND) == 0;
        return true;
    }

    private boolean declaresScale() {
        return column.isPresent() && (column.get().scale() > 0 || column.get().precision() > 0);
    }
}
