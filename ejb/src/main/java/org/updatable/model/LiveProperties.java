package org.updatable.model;

import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PersistenceUnitUtil;
import jakarta.persistence.Temporal;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.Attribute.PersistentAttributeType;
import jakarta.persistence.metamodel.EmbeddableType;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.MapAttribute;
import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.PluralAttribute.CollectionType;
import jakarta.persistence.metamodel.SingularAttribute;
import jakarta.persistence.metamodel.Type.PersistenceType;
import java.beans.Introspector;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updatable.Updatable;
import org.updatable.UpdatesExcluded;
import org.updatable.UpdatesWith;
import org.updatable.model.LiveProperty.Kind;

/** Finds the properties of a hierarchy of entities that may be shown. */
final class LiveProperties {
    private final PersistenceUnitUtil util;
    private final Map<String, LiveProperty> found = new TreeMap<>();
    private final Map<String, ContextProperty> contexts = new TreeMap<>();
    private final Map<String, LiveProperty> writeOnly = new TreeMap<>();
    private final List<ComputedUpdates> computed = new ArrayList<>();
    private @Nullable LiveProperty version;

    LiveProperties(PersistenceUnitUtil util) {
        this.util = util;
    }

    LiveProperties find(Collection<EntityType<?>> hierarchy) {
        for (EntityType<?> entity : hierarchy) {
            attributes(entity, new AttributePath(entity.getJavaType()), null);
            collections(entity);
            derived(entity);
        }
        Set<Method> seen = new HashSet<>();
        for (EntityType<?> entity : hierarchy) computed(entity.getJavaType(), seen);
        return this;
    }

    Map<String, LiveProperty> properties() {
        return Collections.unmodifiableMap(found);
    }

    /** The number by which the provider notices who writes over what they have not read; empty where it is none, or private. */
    Optional<LiveProperty> version() {
        return Optional.ofNullable(version);
    }

    /** What is written, and never told. */
    Map<String, LiveProperty> writeOnly() {
        return Collections.unmodifiableMap(writeOnly);
    }

    /** By their names. */
    Map<String, ContextProperty> contexts() {
        return Collections.unmodifiableMap(contexts);
    }

    List<ComputedUpdates> computed() {
        return List.copyOf(computed);
    }

    private void computed(Class<?> entity, Set<Method> seen) {
        for (Class<?> type = entity; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (!method.isAnnotationPresent(UpdatesWith.class) || method.isBridge() || !seen.add(method)) continue;
                ComputedUpdates updates = ComputedUpdates.of(method);
                LiveProperty property = found.get(updates.property());
                if (property == null)
                    throw new IllegalStateException(
                            "%s says updates of \"%s\", which is no live property. Live are: %s."
                                    .formatted(method, updates.property(), String.join(", ", found.keySet())));
                property.isComputed();
                computed.add(updates);
            }
        }
    }

    /** @param owner the class that has the properties; null when each attribute tells its own */
    private void attributes(ManagedType<?> type, AttributePath around, @Nullable Class<?> owner) {
        for (SingularAttribute<?, ?> attribute : type.getSingularAttributes()) {
            Accessor accessor = Accessor.of(type.getJavaType(), attribute.getName());
            if (attribute.isId()) continue;
            AttributePath path = around.at(attribute.getName(), accessor);
            Class<?> declaring =
                    owner != null ? owner : attribute.getDeclaringType().getJavaType();
            Optional<UpdatesExcluded> excluded = accessor.annotation(UpdatesExcluded.class);
            if (attribute.isVersion()) {
                if (version == null && excluded.isEmpty() && isNumber(attribute))
                    version = property(
                            path, declaring, Kind.ATTRIBUTE, path.names(), column(path), attribute.getJavaType());
            } else if (excluded.isEmpty()) attribute(attribute, path, declaring);
            else if (excluded.get().writable()
                    && attribute.getPersistentAttributeType() == PersistentAttributeType.BASIC)
                writeOnly.put(
                        path.name(),
                        property(path, declaring, Kind.ATTRIBUTE, List.of(), column(path), attribute.getJavaType()));
        }
    }

    /** A time as a version does not see to it: two commits may share it. */
    static boolean isNumber(SingularAttribute<?, ?> version) {
        return version.getJavaType().isPrimitive() || Number.class.isAssignableFrom(version.getJavaType());
    }

    private void attribute(SingularAttribute<?, ?> attribute, AttributePath path, Class<?> owner) {
        switch (attribute.getPersistentAttributeType()) {
            case BASIC -> {
                if (hasText(attribute.getJavaType()))
                    add(property(path, owner, Kind.ATTRIBUTE, path.names(), column(path), attribute.getJavaType()));
            }
            case EMBEDDED -> attributes((EmbeddableType<?>) attribute.getType(), path, owner);
            case MANY_TO_ONE, ONE_TO_ONE -> reference(attribute, path, owner);
            default -> {
                // what a singular attribute cannot be
            }
        }
    }

    /** Of an array, or an object that is stored as bytes, nothing can be shown. */
    private static boolean hasText(Class<?> type) {
        try {
            return !type.isArray() && type.getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException primitive) {
            return true;
        }
    }

    /** What refers by something else than columns of its own row changes with another row. */
    private void reference(SingularAttribute<?, ?> attribute, AttributePath path, Class<?> owner) {
        EntityType<?> target = (EntityType<?>) attribute.getType();
        String mappedBy = mappedBy(path.attribute());
        if (!mappedBy.isEmpty() && !isTold(target, mappedBy)) return;
        LiveId.find(target)
                .ifPresent(id -> add(property(
                                path,
                                owner,
                                mappedBy.isEmpty() ? Kind.REFERENCE : Kind.INVERSE,
                                column(path, id),
                                idNotation(id),
                                Object.class)
                        .leadingTo(new Association(target.getJavaType(), names(mappedBy), false, false))));
    }

    /** What leads to the one column that says which row a reference leads to. */
    private static List<String> column(AttributePath path, LiveId id) {
        boolean isOneColumn = path.steps().size() == 1 && id.paths().size() == 1;
        return isOneColumn ? List.of(path.name(), id.paths().get(0).get(0)) : List.of();
    }

    /** Whether the rows that hold an association let it be known: others are not observed, or keep it private. */
    private static boolean isTold(EntityType<?> target, String mappedBy) {
        if (!target.getJavaType().isAnnotationPresent(Updatable.class)) return false;
        Class<?> type = target.getJavaType();
        for (String name : names(mappedBy)) {
            Accessor accessor = Accessor.of(type, name);
            if (accessor.annotation(UpdatesExcluded.class).isPresent()) return false;
            type = accessor.type();
        }
        return true;
    }

    private void collections(EntityType<?> entity) {
        for (PluralAttribute<?, ?, ?> attribute : entity.getPluralAttributes()) {
            Accessor accessor = Accessor.of(entity.getJavaType(), attribute.getName());
            if (accessor.annotation(UpdatesExcluded.class).isPresent() || !isSaidByItsKeys(attribute)) continue;
            AttributePath path = new AttributePath(entity.getJavaType()).at(attribute.getName(), accessor);
            if (!mappedBy(accessor).isEmpty()) {
                inverse(attribute, path);
                continue;
            }
            Class<?> owner = attribute.getDeclaringType().getJavaType();
            Class<?> element = attribute.getElementType().getJavaType();
            boolean inOrder = attribute.getCollectionType() == CollectionType.LIST;
            boolean isOrderKept = accessor.annotation(OrderColumn.class).isPresent();
            elements(attribute, path)
                    .ifPresent(notation -> add(property(
                            path,
                            owner,
                            Kind.COLLECTION,
                            List.of(),
                            new CollectionNotation(notation, inOrder, isOrderKept),
                            element)));
        }
    }

    /** A collection that is other rows' to change. Without an order that is declared, it is said in one of its own. */
    private void inverse(PluralAttribute<?, ?, ?> attribute, AttributePath path) {
        EntityType<?> target = (EntityType<?>) attribute.getElementType();
        String mappedBy = mappedBy(path.attribute());
        if (!isTold(target, mappedBy)) return;
        boolean inOrder = path.attribute().annotation(OrderBy.class).isPresent()
                || path.attribute().annotation(OrderColumn.class).isPresent();
        boolean isSaidByItsIds = !inOrder && !(attribute instanceof MapAttribute);
        LiveId.find(target)
                .ifPresent(id -> add(property(
                                path,
                                attribute.getDeclaringType().getJavaType(),
                                Kind.INVERSE,
                                isSaidByItsIds ? column(path, id) : List.of(),
                                new CollectionNotation(idNotation(id), inOrder, false),
                                target.getJavaType())
                        .leadingTo(new Association(target.getJavaType(), names(mappedBy), !isSaidByItsIds, true))));
    }

    /** How the elements are said. */
    private Optional<Notation> elements(PluralAttribute<?, ?, ?> attribute, AttributePath path) {
        return switch (attribute.getElementType().getPersistenceType()) {
            case BASIC -> Optional.of(column(path));
            case EMBEDDABLE -> {
                Class<?> embeddable = attribute.getElementType().getJavaType();
                LiveProperties parts = new LiveProperties(util);
                parts.attributes((EmbeddableType<?>) attribute.getElementType(), path.inElement(), embeddable);
                yield Optional.of(new PartsNotation(List.copyOf(parts.found.values())));
            }
            case ENTITY ->
                LiveId.find((EntityType<?>) attribute.getElementType()).map(this::idNotation);
            default -> Optional.empty();
        };
    }

    private void derived(EntityType<?> entity) {
        Optional<Set<String>> needs = hasReferences(entity)
                ? Optional.empty()
                : Optional.of(
                        entity.getAttributes().stream().map(Attribute::getName).collect(Collectors.toSet()));
        List<LiveProperty> sources =
                inexact(entity, new AttributePath(entity.getJavaType())).toList();
        for (Method getter : entity.getJavaType().getMethods()) {
            if (!getter.isAnnotationPresent(Updatable.class)) continue;
            String name = Introspector.decapitalize(getter.getName().replaceFirst("^(get|is)(?=[A-Z])", ""));
            if (getter.getParameterCount() > 0) {
                contexts.put(name, ContextProperty.of(name, getter));
                continue;
            }
            Class<?> owner = getter.getDeclaringClass();
            AttributePath path = new AttributePath(owner).at(name, Accessor.of(owner, name));
            LiveProperty property =
                    property(path, owner, Kind.DERIVED, List.of(), column(path), getter.getReturnType());
            property.derivesFrom(needs, sources);
            add(property);
        }
    }

    /** Whether one can walk from it to other rows. */
    private static boolean hasReferences(ManagedType<?> type) {
        return type.getAttributes().stream()
                .anyMatch(attribute -> attribute instanceof PluralAttribute
                        || attribute.isAssociation()
                        || (attribute instanceof SingularAttribute<?, ?> one
                                && one.getType() instanceof EmbeddableType<?> embeddable
                                && hasReferences(embeddable)));
    }

    /** Everything that an entity holds in columns which may round it, what is excluded not excepted. */
    private static Stream<LiveProperty> inexact(ManagedType<?> type, AttributePath around) {
        return type.getSingularAttributes().stream().flatMap(attribute -> {
            AttributePath path = around.at(attribute.getName(), Accessor.of(type.getJavaType(), attribute.getName()));
            if (attribute.getType() instanceof EmbeddableType<?> embeddable) return inexact(embeddable, path);
            return ColumnNotation.isExact(attribute.getJavaType())
                    ? Stream.empty()
                    : Stream.of(property(
                            path, path.entity(), Kind.ATTRIBUTE, List.of(), column(path), attribute.getJavaType()));
        });
    }

    /** A hierarchy shows an inherited attribute once for each of its classes; the root comes first and is enough. */
    private void add(LiveProperty property) {
        LiveProperty first = found.putIfAbsent(property.name(), property);
        if (first != null) first.hasSibling(property);
    }

    private Notation idNotation(LiveId id) {
        return Notation.of(
                target -> {
                    Object key = target == null ? null : util.getIdentifier(target);
                    return key == null ? null : id.valueOf(key);
                },
                target -> true);
    }

    private static LiveProperty property(
            AttributePath path, Class<?> owner, Kind kind, List<String> column, Notation notation, Class<?> type) {
        return new LiveProperty(path.name(), owner, path.way(), kind, column, notation, type, sayings(path));
    }

    private static List<Saying> sayings(AttributePath path) {
        try {
            return Saying.of(path.attribute(), path.name());
        } catch (IllegalArgumentException mistake) {
            throw new IllegalStateException(
                    "%s of %s: %s".formatted(path.name(), path.entity().getName(), mistake.getMessage()), mistake);
        }
    }

    private static Notation column(AttributePath path) {
        return new ColumnNotation(path.column(), path.attribute().annotation(Temporal.class));
    }

    /** By which property other rows hold an association; empty where they do not. */
    private static String mappedBy(Accessor association) {
        return Stream.of(
                        association.annotation(OneToOne.class).map(OneToOne::mappedBy),
                        association.annotation(OneToMany.class).map(OneToMany::mappedBy),
                        association.annotation(ManyToMany.class).map(ManyToMany::mappedBy))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    private static List<String> names(String path) {
        return path.isEmpty() ? List.of() : List.of(path.split("\\."));
    }

    private static boolean isSaidByItsKeys(PluralAttribute<?, ?, ?> attribute) {
        return !(attribute instanceof MapAttribute<?, ?, ?> map)
                || map.getKeyType().getPersistenceType() == PersistenceType.BASIC;
    }
}
