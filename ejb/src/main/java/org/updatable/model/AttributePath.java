package org.updatable.model;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where an attribute is found.
 *
 * @param entity the class that it is looked for in
 * @param names lead from the entity to it
 * @param steps the same way, to be walked
 * @param skipped how many of them lead to a collection, whose elements then stand where the entity does
 */
record AttributePath(Class<?> entity, List<String> names, List<Accessor> steps, int skipped) {

    private static final Pattern PATH = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");

    /** The entity itself. */
    AttributePath(Class<?> entity) {
        this(entity, List.of(), List.of(), 0);
    }

    /** Whether a text can stand for a path in the name of a group. */
    static boolean isPath(String text) {
        return PATH.matcher(text).matches();
    }

    /** One step further. */
    AttributePath at(String name, Accessor step) {
        return new AttributePath(entity, with(names, name), with(steps, step), skipped);
    }

    /** In an element of the collection that is here. */
    AttributePath inElement() {
        return new AttributePath(entity, names, steps, names.size());
    }

    /** The name of the property that is here. */
    String name() {
        return String.join(".", names.subList(skipped, names.size()));
    }

    /** What leads to the value from an entity, or from an element. */
    List<Accessor> way() {
        return steps.subList(skipped, steps.size());
    }

    /** The last step. */
    Accessor attribute() {
        return steps.get(steps.size() - 1);
    }

    /** The column, as it is declared beside the attribute, unless what inherits or embeds it has another word. */
    Optional<Column> column() {
        for (Class<?> type = entity; type != null; type = type.getSuperclass()) {
            Optional<Column> overridden = override(of(type), names);
            if (overridden.isPresent()) return overridden;
        }
        for (int i = 0; i < steps.size() - 1; i++) {
            Optional<Column> overridden =
                    override(steps.get(i).annotations(AttributeOverride.class), names.subList(i + 1, names.size()));
            if (overridden.isPresent()) return overridden;
        }
        return attribute().annotation(Column.class);
    }

    private static Optional<Column> override(Stream<AttributeOverride> overrides, List<String> names) {
        return overrides
                .filter(override -> override.name().equals(String.join(".", names)))
                .findFirst()
                .map(AttributeOverride::column);
    }

    private static Stream<AttributeOverride> of(AnnotatedElement type) {
        return Arrays.stream(type.getAnnotationsByType(AttributeOverride.class));
    }

    private static <T> List<T> with(List<T> some, T another) {
        List<T> all = new ArrayList<>(some);
        all.add(another);
        return List.copyOf(all);
    }
}
