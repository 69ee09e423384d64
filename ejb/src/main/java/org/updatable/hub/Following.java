package org.updatable.hub;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.message.Group;

/** The watched rows that may show something else because of other rows, found by the path where they are watched. */
final class Following {
    private final Predicate<Group> isDependent;
    private final Map<String, Map<String, Set<Row>>> byNamespace = new ConcurrentHashMap<>();

    /** @param isDependent whether a group may show something else because of other rows */
    Following(Predicate<Group> isDependent) {
        this.isDependent = isDependent;
    }

    /** A row is watched at a path, in one form or in several. */
    void add(Group group) {
        if (!isDependent.test(group)) return;
        byNamespace
                .computeIfAbsent(group.namespace(), first -> new ConcurrentHashMap<>())
                .compute(group.path(), (path, known) -> {
                    Set<Row> rows = known == null ? ConcurrentHashMap.newKeySet() : known;
                    rows.add(row(group));
                    return rows;
                });
    }

    /** A row is no longer watched at a path, in any form. */
    void remove(Group group) {
        Map<String, Set<Row>> byPath = byNamespace.get(group.namespace());
        if (byPath == null) return;
        byPath.computeIfPresent(group.path(), (path, rows) -> {
            rows.remove(row(group));
            return rows.isEmpty() ? null : rows;
        });
    }

    /** Those that may have changed, and are watched at one of these paths. */
    Set<Row> rows(Touched touched, Predicate<String> paths) {
        return byNamespace.getOrDefault(touched.namespace(), Map.of()).entrySet().stream()
                .filter(watched -> paths.test(watched.getKey()))
                .flatMap(watched -> watched.getValue().stream())
                .filter(touched::includes)
                .collect(Collectors.toSet());
    }

    private static Row row(Group group) {
        return new Row(group.namespace(), group.id());
    }
}
