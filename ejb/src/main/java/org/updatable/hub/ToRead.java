package org.updatable.hub;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.hub.Watched.InForm;

/** The rows that are to be read together, and which of their properties: those that may have changed. */
final class ToRead {
    /** No names stand for all of them. */
    private final Map<Row, Set<String>> properties = new HashMap<>();

    /** All of a row. Answers whether that is more than before. */
    boolean add(Row row) {
        return !Objects.equals(properties.put(row, Set.of()), Set.of());
    }

    /** Some properties of rows; no names for all of them. */
    void add(Collection<Row> rows, Set<String> some) {
        for (Row row : rows) properties.merge(row, some, ToRead::both);
    }

    boolean isEmpty() {
        return properties.isEmpty();
    }

    Set<Row> rows() {
        return properties.keySet();
    }

    /** Whether all of a row is read. */
    boolean isWhole(Row row) {
        return Objects.equals(properties.get(row), Set.of());
    }

    /**
     * What is to be read for which paths: rows of one entity together, if the same may have changed of them.
     *
     * @param watching the groups that somebody watches, of each row
     */
    Map<Touched, Set<String>> paths(Map<Row, List<InForm>> watching) {
        Map<Touched, Set<Row>> together = new HashMap<>();
        properties.forEach((row, some) -> together.computeIfAbsent(
                        new Touched(row.namespace(), Set.of(), some), first -> new HashSet<>())
                .add(row));
        Map<Touched, Set<String>> paths = new HashMap<>();
        together.forEach((touched, rows) -> paths.put(
                new Touched(
                        touched.namespace(),
                        rows.stream().map(Row::id).collect(Collectors.toSet()),
                        touched.properties()),
                rows.stream()
                        .flatMap(row -> watching.getOrDefault(row, List.of()).stream())
                        .map(inForm -> inForm.group().path())
                        .collect(Collectors.toSet())));
        return paths;
    }

    private static Set<String> both(Set<String> some, Set<String> more) {
        if (some.isEmpty() || more.isEmpty()) return Set.of();
        Set<String> both = new HashSet<>(some);
        both.addAll(more);
        return both;
    }
}
