package org.updatable.present;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.updatable.Visible;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveProperty;
import org.updatable.model.LiveProperty.Kind;
import org.updatable.model.Meaning;

/**
 * Picks rows by the values of some of their columns.
 *
 * @param values by the names of properties, each of its column's type; null for those that have none
 */
public record Filter(Map<String, @Nullable Object> values) {
    /** Picks every row. */
    public static final Filter NONE = new Filter(Map.of());

    private static final Set<Kind> IN_ONE_COLUMN = Set.of(Kind.ATTRIBUTE, Kind.REFERENCE);

    /** Copies the values. */
    public Filter {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Thrown for what is no filter of an entity. */
    public static final class Unknown extends Exception {
        private static final long serialVersionUID = 1L;

        private final String field;
        private final String reason;

        Unknown(String field, String reason) {
            super(field + ": " + reason);
            this.field = field;
            this.reason = reason;
        }

        /**
         * What was to be filtered by.
         *
         * @return the name as it was given
         */
        public String field() {
            return field;
        }

        /**
         * Why it cannot be.
         *
         * @return one sentence
         */
        public String reason() {
            return reason;
        }
    }

    /**
     * Reads a filter.
     *
     * @param entity the entity
     * @param visible what may be seen of it, and so asked for
     * @param wanted plain values by the names of properties
     * @return the filter
     * @throws Unknown when there is no such property, or it never has such a value
     */
    public static Filter of(LiveEntity entity, Visible visible, Map<String, @Nullable Object> wanted) throws Unknown {
        Map<String, @Nullable Object> values = new TreeMap<>();
        for (Map.Entry<String, @Nullable Object> one : wanted.entrySet()) {
            String field = one.getKey();
            LiveProperty property = column(entity, visible, field)
                    .orElseThrow(() -> new Unknown(field, "This is no field to filter by."));
            Object plain = one.getValue();
            values.put(field, plain == null ? null : value(entity, property, plain));
        }
        return new Filter(values);
    }

    /**
     * Whether rows can be picked by a field.
     *
     * @param entity the entity
     * @param visible what may be seen of it
     * @param field any name
     * @return false for what is not held by one column, or may not be seen
     */
    public static boolean isOf(LiveEntity entity, Visible visible, String field) {
        return column(entity, visible, field).isPresent();
    }

    private static Optional<LiveProperty> column(LiveEntity entity, Visible visible, String field) {
        return Optional.ofNullable(entity.properties().get(field))
                .filter(property -> !visible.hides(field)
                        && IN_ONE_COLUMN.contains(property.kind())
                        && !property.column().isEmpty()
                        && property.owner().isAssignableFrom(entity.javaType()));
    }

    private static Object value(LiveEntity entity, LiveProperty property, Object plain) throws Unknown {
        CriteriaQuery<Object> query = entity.unit().getCriteriaBuilder().createQuery();
        Class<?> column =
                Queries.column(query.from(entity.javaType()), property.column()).getJavaType();
        Class<?> type = MethodType.methodType(column).wrap().returnType();
        Object value = Meaning.of(type).of(plain);
        if (!type.isInstance(value))
            throw new Unknown(property.name(), "A value of type " + type.getSimpleName() + " is expected.");
        return value;
    }

    Predicate of(LiveEntity entity, Root<?> root, CriteriaBuilder build) {
        List<Predicate> all = new ArrayList<>();
        values.forEach((field, value) -> {
            LiveProperty property = entity.property(field).orElseThrow();
            List<String> names = property.column();
            // Whether there is no reference is not asked of the row on its other side.
            all.add(
                    value == null
                            ? build.isNull(Queries.column(root, property.joins() > 0 ? names.subList(0, 1) : names))
                            : build.equal(Queries.column(root, names), value));
        });
        return build.and(all.toArray(Predicate[]::new));
    }
}
