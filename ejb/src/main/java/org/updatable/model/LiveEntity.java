package org.updatable.model;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnitUtil;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.Attribute.PersistentAttributeType;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.updatable.change.Row;

/** One entity that is live: the root of its hierarchy, with the properties that may be shown. */
public final class LiveEntity {
    private final String namespace;
    private final EntityType<?> type;
    private final EntityManagerFactory unit;
    private final PersistenceUnitUtil util;
    private final Map<String, LiveProperty> properties;

    LiveEntity(EntityType<?> type, EntityManagerFactory unit) {
        this.namespace = snakeCase(type.getJavaType().getSimpleName());
        this.type = type;
        this.unit = unit;
        this.util = unit.getPersistenceUnitUtil();
        this.properties = Collections.unmodifiableMap(type.getAttributes().stream()
                .filter(LiveEntity::mayBeLive)
                .flatMap(attribute -> LiveProperty.of(attribute).stream())
                .collect(Collectors.toMap(
                        LiveProperty::name, property -> property, (first, second) -> first, TreeMap::new)));
    }

    /**
     * The entity's name in groups.
     *
     * @return the snake_case of its simple class name, for example {@code order_item}
     */
    public String namespace() {
        return namespace;
    }

    /**
     * The entity's class.
     *
     * @return the root entity class
     */
    public Class<?> javaType() {
        return type.getJavaType();
    }

    /**
     * The entity in JPA's metamodel.
     *
     * @return its type
     */
    public EntityType<?> type() {
        return type;
    }

    /**
     * Where the entity is read.
     *
     * @return its persistence unit
     */
    public EntityManagerFactory unit() {
        return unit;
    }

    /**
     * The properties that may be shown.
     *
     * @return by name, in alphabetical order
     */
    public Map<String, LiveProperty> properties() {
        return properties;
    }

    /**
     * The row of an entity.
     *
     * @param entity an instance, or a proxy of one
     * @return its row, or empty while it has no id
     */
    public Optional<Row> rowOf(Object entity) {
        return Optional.ofNullable(util.getIdentifier(entity)).map(this::row);
    }

    /**
     * The row with an id.
     *
     * @param id an id
     * @return its row
     */
    public Row row(Object id) {
        return new Row(namespace, id.toString());
    }

    /**
     * The id of a row.
     *
     * @param text what {@link Row#id()} says
     * @return the id in its own type, or empty when no row can have it
     */
    public Optional<Object> id(String text) {
        Class<?> idType = type.getIdType().getJavaType();
        try {
            if (idType == String.class) return Optional.of(text);
            if (idType == Long.class || idType == long.class) return Optional.of(Long.valueOf(text));
            if (idType == Integer.class || idType == int.class) return Optional.of(Integer.valueOf(text));
            if (idType == Short.class || idType == short.class) return Optional.of(Short.valueOf(text));
            if (idType == UUID.class) return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean mayBeLive(Attribute<?, ?> attribute) {
        return attribute.getPersistentAttributeType() == PersistentAttributeType.BASIC
                && attribute instanceof SingularAttribute<?, ?> single
                && !single.isId()
                && !single.isVersion();
    }

    static String snakeCase(String simpleName) {
        return simpleName
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
