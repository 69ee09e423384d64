package org.updatable.model;

import jakarta.persistence.OneToOne;
import jakarta.persistence.PersistenceUnitUtil;
import jakarta.persistence.metamodel.Attribute.PersistentAttributeType;
import jakarta.persistence.metamodel.EmbeddableType;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.PluralAttribute.CollectionType;
import jakarta.persistence.metamodel.SingularAttribute;
import jakarta.persistence.metamodel.Type.PersistenceType;
import java.beans.Introspector;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updatable.Updatable;
import org.updatable.UpdatesExcluded;
import org.updatable.change.PlainValue;
import org.updatable.model.LiveProperty.Kind;

/** Finds the properties of a hierarchy of entities that may be shown. */
final class LiveProperties {
    private final PersistenceUnitUtil util;
    private final Map<String, LiveProperty> found = new TreeMap<>();

    LiveProperties(PersistenceUnitUtil util) {
        this.util = util;
    }

    Map<String, LiveProperty> of(Collection<EntityType<?>> hierarchy) {
        for (EntityType<?> entity : hierarchy) {
            attributes(entity, "", List.of(), null);
            collections(entity);
            derived(entity.getJavaType());
        }
        return found;
    }

    /** @param owner the entity class when {@code type} is an embeddable of it, else null: each attribute tells its own */
    private void attributes(ManagedType<?> type, String before, List<Accessor> steps, @Nullable Class<?> owner) {
        for (SingularAttribute<?, ?> attribute : type.getSingularAttributes()) {
            Accessor accessor = Accessor.of(type.getJavaType(), attribute.getName());
            if (attribute.isId()
                    || attribute.isVersion()
                    || accessor.annotation(UpdatesExcluded.class).isPresent()) continue;
            String name = before + attribute.getName();
            Class<?> declaring =
                    owner != null ? owner : attribute.getDeclaringType().getJavaType();
            List<Accessor> path = new ArrayList<>(steps);
            path.add(accessor);
            attribute(attribute, name, path, declaring);
        }
    }

    private void attribute(SingularAttribute<?, ?> attribute, String name, List<Accessor> steps, Class<?> owner) {
        List<String> path = List.of(name.split("\\."));
        switch (attribute.getPersistentAttributeType()) {
            case BASIC -> {
                if (!attribute.getJavaType().isArray())
                    add(new LiveProperty(name, owner, steps, Kind.ATTRIBUTE, path, value -> value));
            }
            case EMBEDDED -> attributes((EmbeddableType<?>) attribute.getType(), name + '.', steps, owner);
            case MANY_TO_ONE, ONE_TO_ONE -> {
                if (isForeignKey(attribute, steps))
                    add(new LiveProperty(
                            name, owner, steps, Kind.REFERENCE, List.of(name, idName(attribute)), this::identifier));
            }
            default -> {
                // what a singular attribute cannot be
            }
        }
    }

    private void collections(EntityType<?> entity) {
        for (PluralAttribute<?, ?, ?> attribute : entity.getPluralAttributes()) {
            String name = attribute.getName();
            Accessor accessor = Accessor.of(entity.getJavaType(), name);
            if (attribute.getPersistentAttributeType() != PersistentAttributeType.ELEMENT_COLLECTION
                    || attribute.getElementType().getPersistenceType() != PersistenceType.BASIC
                    || attribute.getCollectionType() == CollectionType.MAP
                    || accessor.annotation(UpdatesExcluded.class).isPresent()) continue;
            UnaryOperator<@Nullable Object> said = attribute.getCollectionType() == CollectionType.LIST
                    ? LiveProperties::inOrder
                    : LiveProperties::sorted;
            Class<?> owner = attribute.getDeclaringType().getJavaType();
            add(new LiveProperty(name, owner, List.of(accessor), Kind.COLLECTION, List.of(name), said));
        }
    }

    private void derived(Class<?> entity) {
        for (Method getter : entity.getMethods()) {
            if (!getter.isAnnotationPresent(Updatable.class) || getter.getParameterCount() > 0) continue;
            String name = Introspector.decapitalize(getter.getName().replaceFirst("^(get|is)(?=[A-Z])", ""));
            Class<?> owner = getter.getDeclaringClass();
            add(new LiveProperty(
                    name, owner, List.of(Accessor.of(owner, name)), Kind.DERIVED, List.of(name), value -> value));
        }
    }

    /** A hierarchy shows an inherited attribute once for each of its classes; the root comes first and is enough. */
    private void add(LiveProperty property) {
        LiveProperty first = found.putIfAbsent(property.name(), property);
        if (first != null) first.hasSibling(property);
    }

    /** What refers by something else than a column of its own row changes with another row. */
    private static boolean isForeignKey(SingularAttribute<?, ?> attribute, List<Accessor> steps) {
        boolean isOwner = steps.get(0)
                .annotation(OneToOne.class)
                .map(reference -> reference.mappedBy().isEmpty())
                .orElse(true);
        return isOwner
                && steps.size() == 1
                && attribute.getType() instanceof EntityType<?> target
                && target.hasSingleIdAttribute()
                && target.getIdType().getPersistenceType() == PersistenceType.BASIC;
    }

    private static String idName(SingularAttribute<?, ?> reference) {
        return ((EntityType<?>) reference.getType())
                .getSingularAttributes().stream()
                        .filter(SingularAttribute::isId)
                        .findFirst()
                        .orElseThrow()
                        .getName();
    }

    private @Nullable Object identifier(@Nullable Object target) {
        return target == null ? null : util.getIdentifier(target);
    }

    private static @Nullable Object inOrder(@Nullable Object collection) {
        return collection == null ? null : texts(collection).collect(Collectors.joining(", "));
    }

    /** What has no order is sorted, so that it is always said alike. */
    private static @Nullable Object sorted(@Nullable Object collection) {
        return collection == null ? null : texts(collection).sorted().collect(Collectors.joining(", "));
    }

    private static Stream<String> texts(Object collection) {
        return ((Collection<?>) collection).stream().map(PlainValue::text);
    }
}
