package org.updatable.hub;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.format.Form;
import org.updatable.message.Group;

/** The groups that somebody watches, found by the row whose value they show. */
final class Watched {
    private final Map<Row, Map<String, InForm>> rows = new ConcurrentHashMap<>();

    /**
     * A group, and the form in which it shows values.
     *
     * @param group the group
     * @param form the one that its name says
     */
    record InForm(Group group, Form form) {}

    /** Somebody watches a group. One that is not a field's, or in no form that there is, is not found here. */
    void add(String name) {
        Group.parse(name)
                .flatMap(group -> Form.parse(group.format()).map(form -> new InForm(group, form)))
                .ifPresent(added -> rows.compute(row(added.group()), (row, watched) -> {
                    Map<String, InForm> groups = watched == null ? new ConcurrentHashMap<>() : watched;
                    groups.put(name, added);
                    return groups;
                }));
    }

    /** Nobody watches a group any more. */
    void remove(String name) {
        Group.parse(name)
                .ifPresent(group -> rows.computeIfPresent(row(group), (row, groups) -> {
                    groups.remove(name);
                    return groups.isEmpty() ? null : groups;
                }));
    }

    /** The watched groups of a row by their names, in no order. */
    Map<String, InForm> of(Row row) {
        return rows.getOrDefault(row, Map.of());
    }

    /** The watched groups that may show what is said to one: those of its row, in whichever form. Empty when it has none. */
    Optional<Map<String, InForm>> around(String name) {
        return Group.parse(name).filter(group -> group.format().isEmpty()).map(group -> of(row(group)));
    }

    /** The watched rows that may have changed. */
    Set<Row> among(Touched touched) {
        Stream<Row> candidates = touched.ids().isEmpty()
                ? rows.keySet().stream().filter(touched::includes)
                : touched.ids().stream()
                        .map(id -> new Row(touched.namespace(), id))
                        .filter(rows::containsKey);
        return candidates.collect(Collectors.toSet());
    }

    /** The paths of which somebody watches at least one of these rows. */
    Set<String> pathsOf(Collection<Row> some) {
        return some.stream()
                .flatMap(row -> of(row).values().stream())
                .map(watched -> watched.group().path())
                .collect(Collectors.toSet());
    }

    private static Row row(Group group) {
        return new Row(group.namespace(), group.id());
    }
}
