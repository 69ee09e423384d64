package org.updatable.model;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.updatable.Updatable;
import org.updatable.change.Fact;
import org.updatable.change.Touched;

/** All live entities of the application, read from its persistence units when first asked. */
@ApplicationScoped
public class LiveModel {
    private final Map<String, LiveEntity> byNamespace = new TreeMap<>();
    private final Map<Class<?>, LiveEntity> byRoot = new HashMap<>();
    private final Dependents dependents = new Dependents();
    private final SortedSet<String> outside = new TreeSet<>();

    @Inject
    PersistenceUnits units;

    /** Made by the container. */
    public LiveModel() {}

    @PostConstruct
    void read() {
        outside.addAll(units.outside());
        units.factories().forEach(this::read);
    }

    /**
     * Every live entity.
     *
     * @return in the order of their namespaces
     */
    public Collection<LiveEntity> entities() {
        return Collections.unmodifiableCollection(byNamespace.values());
    }

    /**
     * The live entities of one persistence unit.
     *
     * @param unit a unit
     * @return its live entities, possibly none
     */
    public List<LiveEntity> entitiesOf(EntityManagerFactory unit) {
        return byNamespace.values().stream()
                .filter(entity -> entity.unit().equals(unit))
                .toList();
    }

    /**
     * Every unit that has live entities.
     *
     * @return each once
     */
    public List<EntityManagerFactory> units() {
        return byNamespace.values().stream().map(LiveEntity::unit).distinct().toList();
    }

    /**
     * What the application calls a unit.
     *
     * @param unit one of {@link #units()}
     * @return its name, or empty when it is nowhere said
     */
    public String nameOf(EntityManagerFactory unit) {
        return units.nameOf(unit);
    }

    /**
     * The entities, and the classes with a persistence unit, that lie where {@code @Updatable} cannot be seen, and so
     * are not live whatever is written on them.
     *
     * @return their names in alphabetical order
     */
    public Collection<String> outside() {
        return Collections.unmodifiableCollection(outside);
    }

    /**
     * The live entity with a name.
     *
     * @param namespace as in a group
     * @return the entity, or empty
     */
    public Optional<LiveEntity> named(String namespace) {
        return Optional.ofNullable(byNamespace.get(namespace));
    }

    /**
     * The live entities of which a channel tells.
     *
     * @param channel the name of a channel
     * @return none for one of the application's own
     */
    public List<LiveEntity> ofChannel(String channel) {
        return byNamespace.values().stream()
                .filter(entity -> entity.channel().equals(channel))
                .toList();
    }

    /**
     * The live entity of a class.
     *
     * @param type an entity class, a subclass or a proxy of one
     * @return the entity, or empty when the class is not live
     */
    public Optional<LiveEntity> of(Class<?> type) {
        for (Class<?> above = type; above != null; above = above.getSuperclass()) {
            LiveEntity entity = byRoot.get(above);
            if (entity != null) return Optional.of(entity);
        }
        return Optional.empty();
    }

    /**
     * What may differ because something else does: what is shown of a row to which a reference leads, or of those that refer
     * to it.
     *
     * @param facts what a transaction changed
     * @return of each entity the rows and the properties that are to be read
     */
    public List<Touched> dependents(Collection<Fact> facts) {
        return dependents.of(facts);
    }

    /**
     * Whether a path may show something else because of other rows, or of other properties.
     *
     * @param namespace the live entity's name
     * @param path any path
     * @return false for what only facts about the path's own properties change
     */
    public boolean isDependent(String namespace, String path) {
        LiveEntity entity = byNamespace.get(namespace);
        return entity != null && entity.isDependent(path);
    }

    void read(EntityManagerFactory unit) {
        unit.getMetamodel().getEntities().stream()
                .map(EntityType::getJavaType)
                .filter(type -> !PersistenceUnits.seesUs(type))
                .forEach(type -> outside.add(type.getName()));
        unit.getMetamodel().getEntities().stream()
                .filter(type -> type.getJavaType().isAnnotationPresent(Updatable.class))
                .map(LiveModel::root)
                .distinct()
                .sorted(Comparator.comparing(type -> type.getJavaType().getName()))
                .forEach(type -> add(new LiveEntity(type, hierarchy(type, unit), unit)));
        for (LiveEntity entity : entitiesOf(unit)) {
            entity.link(this::of);
            dependents.add(entity);
        }
    }

    private void add(LiveEntity entity) {
        byRoot.put(entity.javaType(), entity);
        LiveEntity other = byNamespace.putIfAbsent(entity.namespace(), entity);
        if (other == null) return;
        String name = entity.javaType().getName();
        String mistake = other.javaType() == entity.javaType()
                ? "%s is in two persistence units, and is live in one only. List it in one of them."
                : "%s and %s would both be called \"%s\". Give one of them another @Updatable(namespace).";
        throw new IllegalStateException(mistake.formatted(other.javaType().getName(), name, entity.namespace()));
    }

    /** The root comes first, so that what it has is found there. */
    private static List<EntityType<?>> hierarchy(EntityType<?> root, EntityManagerFactory unit) {
        return unit.getMetamodel().getEntities().stream()
                .<EntityType<?>>map(type -> type)
                .filter(type -> root.getJavaType().isAssignableFrom(type.getJavaType()))
                .sorted(Comparator.<EntityType<?>, Boolean>comparing(type -> !type.equals(root))
                        .thenComparing(type -> type.getJavaType().getName()))
                .toList();
    }

    private static EntityType<?> root(EntityType<?> type) {
        EntityType<?> root = type;
        for (var above = type.getSupertype(); above != null; above = above.getSupertype())
            if (above instanceof EntityType<?> entity) root = entity;
        if (!root.getJavaType().isAnnotationPresent(Updatable.class))
            throw new IllegalStateException(
                    "%s is @Updatable, but the root of its hierarchy is not. Write @Updatable on %s."
                            .formatted(
                                    type.getJavaType().getName(),
                                    root.getJavaType().getName()));
        return root;
    }
}
