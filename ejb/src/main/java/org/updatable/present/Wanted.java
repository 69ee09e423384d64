package org.updatable.present;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.updatable.Visible;
import org.updatable.change.Changed;
import org.updatable.change.Fact;
import org.updatable.change.PlainValue;
import org.updatable.change.Row;
import org.updatable.change.Said;
import org.updatable.counters.Failures;
import org.updatable.message.Group;
import org.updatable.model.ComputedUpdates;
import org.updatable.model.ContextProperty;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveProperty;
import org.updatable.model.LiveProperty.Kind;

/**
 * What has to be read of an entity for who watches some of its paths.
 *
 * @param entity the entity
 * @param paths what is watched
 * @param properties those that are said there
 * @param contexts those that have a value for each of some paths
 * @param computed the methods that may say something there
 * @param notation how values are read
 */
record Wanted(
        LiveEntity entity,
        Collection<String> paths,
        List<LiveProperty> properties,
        Map<String, ContextProperty> contexts,
        List<ComputedUpdates> computed,
        Notation notation) {

    /** What stands for all properties where a method shapes the row. */
    static final String SHAPE = "";

    /** How the values of properties are read. */
    enum Notation {
        /** As plain values, of which a page shows the text. */
        PLAIN {
            @Override
            @Nullable
            Object of(LiveProperty property, Object instance) {
                return PlainValue.of(property.valueOf(instance));
            }

            @Override
            @Nullable
            Object ofColumn(LiveProperty property, @Nullable Object found) {
                return PlainValue.of(property.saidOfColumn(found));
            }
        },
        /** With their parts: lists and maps, as JSON has them. */
        IN_PARTS {
            @Override
            @Nullable
            Object of(LiveProperty property, Object instance) {
                return property.inPartsOf(instance);
            }

            @Override
            @Nullable
            Object ofColumn(LiveProperty property, @Nullable Object found) {
                return property.inPartsOfColumn(found);
            }
        };

        abstract @Nullable Object of(LiveProperty property, Object instance);

        abstract @Nullable Object ofColumn(LiveProperty property, @Nullable Object found);
    }

    /**
     * What a method says is only known when it was called: each one that may say something else now is.
     *
     * @param changed the names of the properties that may have changed; empty for every one
     */
    static Wanted of(LiveEntity entity, Collection<String> paths, Set<String> changed) {
        Predicate<String> mayDiffer = name -> changed.isEmpty() || changed.contains(name);
        List<LiveProperty> properties = paths.stream()
                .flatMap(path -> entity.propertiesAt(path).stream())
                .filter(property -> mayDiffer.test(property.name()))
                .distinct()
                .sorted(Comparator.comparing(LiveProperty::name))
                .toList();
        Map<String, ContextProperty> contexts = new LinkedHashMap<>();
        for (String path : paths)
            entity.context(path)
                    .filter(context -> mayDiffer.test(context.name()))
                    .ifPresent(context -> contexts.put(path, context));
        List<ComputedUpdates> computed = entity.computed().stream()
                .filter(updates -> mayDiffer.test(updates.property()))
                .toList();
        return new Wanted(entity, paths, properties, contexts, computed, Notation.PLAIN);
    }

    /** All that is live of the rows themselves, for who may see it. */
    static Wanted whole(LiveEntity entity, Visible visible) {
        List<LiveProperty> properties = entity.properties().values().stream()
                .filter(property -> !visible.hides(property.name()))
                .toList();
        return new Wanted(
                entity, List.of(), entity.isShaped() ? List.of() : properties, Map.of(), List.of(), Notation.IN_PARTS);
    }

    boolean isNothing() {
        return properties.isEmpty() && contexts.isEmpty() && computed.isEmpty() && !isShaped();
    }

    /** For what no one column holds, for what only some of the subclasses have, and for methods. */
    boolean needsInstances() {
        return isShaped()
                || !contexts.isEmpty()
                || !computed.isEmpty()
                || !properties.stream().allMatch(this::isInColumn);
    }

    /** What one query reads without instances: when there are some, only what is found in other rows. */
    List<LiveProperty> columns() {
        boolean all = !needsInstances();
        return properties.stream()
                .filter(property -> isInColumn(property) && !property.isList() && (all || isOfOtherRows(property)))
                .toList();
    }

    /** What takes a query for itself. */
    List<LiveProperty> lists() {
        return properties.stream()
                .filter(property -> isInColumn(property) && property.isList())
                .toList();
    }

    /** What is read from instances. */
    List<LiveProperty> ofInstances() {
        if (!needsInstances()) return List.of();
        return properties.stream()
                .filter(property -> !isInColumn(property) || !isOfOtherRows(property))
                .toList();
    }

    /** The references to instances, so that those are read, too, and not taken from a cache. */
    Set<String> references() {
        return ofInstances().stream()
                .filter(property -> property.kind() == Kind.DISTANT)
                .filter(property -> property.owner().isAssignableFrom(entity.javaType()))
                .map(LiveProperty::name)
                .map(name -> name.substring(0, name.indexOf('.')))
                .filter(name -> entity.target(name).isPresent())
                .collect(Collectors.toSet());
    }

    /** Of what refers to rows: the collections that some method has loaded. */
    List<String> walked(Collection<?> instances) {
        return entity.properties().values().stream()
                .filter(property ->
                        property.kind() == Kind.INVERSE && property.owner().isAssignableFrom(entity.javaType()))
                .filter(property -> entity.target(property.name()).isEmpty())
                .filter(property -> instances.stream().anyMatch(instance -> entity.isLoaded(property, instance)))
                .map(LiveProperty::name)
                .toList();
    }

    /** Whether what refers to the row is read, or what methods may make of it. */
    boolean isMadeOfOtherRows() {
        boolean isLoaded = needsInstances()
                && entity.properties().values().stream().anyMatch(property -> property.kind() == Kind.INVERSE);
        return isLoaded || properties.stream().anyMatch(property -> property.kind() == Kind.INVERSE);
    }

    private boolean isShaped() {
        return notation == Notation.IN_PARTS && entity.isShaped();
    }

    private boolean isInColumn(LiveProperty property) {
        return !property.column().isEmpty() && property.owner().isAssignableFrom(entity.javaType());
    }

    /** A reference is not read from an instance either: only the entity's own methods know whether it is loaded. */
    private static boolean isOfOtherRows(LiveProperty property) {
        return property.kind() == Kind.DISTANT || property.kind() == Kind.INVERSE || property.kind() == Kind.REFERENCE;
    }

    /** What instances say, of one row. */
    List<Fact> of(Object instance) {
        Row row = entity.rowOf(instance).orElseThrow();
        List<Fact> facts = new ArrayList<>();
        if (isShaped()) facts.addAll(tried(row, () -> List.of(new Changed(row, SHAPE, entity.shapeOf(instance)))));
        for (LiveProperty property : ofInstances()) {
            if (property.in(instance).isPresent())
                facts.addAll(tried(row, () -> List.of(value(row, property, instance))));
        }
        contexts.forEach((path, context) -> facts.addAll(tried(row, () -> value(row, path, context, instance))));
        for (ComputedUpdates updates : computed) facts.addAll(tried(row, () -> said(row, updates, instance)));
        return facts;
    }

    /** The application's methods may fail; the other fields are said all the same. */
    private static List<? extends Fact> tried(Row row, Supplier<List<? extends Fact>> method) {
        try {
            return method.get();
        } catch (RuntimeException | LinkageError failure) {
            Failures.report("A method of " + row.namespace() + " failed; its other fields go on.", failure);
            return List.of();
        }
    }

    private Changed value(Row row, LiveProperty property, Object instance) {
        return new Changed(row, property.name(), notation.of(property, instance));
    }

    private static List<Said> value(Row row, String path, ContextProperty context, Object instance) {
        Object value = PlainValue.of(context.valueOf(instance, path));
        String group = group(row, path);
        return context.sayings().stream()
                .map(saying -> new Said(saying.update(group, value)))
                .toList();
    }

    private List<Said> said(Row row, ComputedUpdates updates, Object instance) {
        return updates.of(instance).stream()
                .filter(update -> paths.contains(update.group()))
                .map(update -> new Said(PlainValue.in(update).to(group(row, update.group()))))
                .toList();
    }

    private static String group(Row row, String path) {
        return new Group(row.namespace(), row.id(), path, "").name();
    }
}
