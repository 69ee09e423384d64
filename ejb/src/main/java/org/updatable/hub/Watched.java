package org.updatable.hub;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updatable.change.Commit;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.format.Form;
import org.updatable.message.Group;

/** The groups that somebody watches, found by the row whose value they show. */
final class Watched {
    private final Map<Row, WatchedRow> rows = new ConcurrentHashMap<>();
    private final Following following;

    /** Of a row: the groups that somebody watches, and up to which moment they are known to be told. */
    private static final class WatchedRow {
        final Map<String, InForm> groups = new ConcurrentHashMap<>();
        volatile long toldUpTo = System.nanoTime();
        volatile @Nullable Long readFrom;

        boolean shows(String path) {
            return groups.values().stream()
                    .anyMatch(inForm -> inForm.group().path().equals(path));
        }
    }

    /**
     * A group, and the form in which it shows values.
     *
     * @param group the group
     * @param form the one that its name says
     */
    record InForm(Group group, Form form) {
        /** The row whose value it shows. */
        Row row() {
            return Watched.row(group);
        }
    }

    /** @param isDependent whether a group may show something else because of other rows */
    Watched(Predicate<Group> isDependent) {
        following = new Following(isDependent);
    }

    /** Somebody watches a group. One that is not a field's, or in no form that there is, is not found here. */
    void add(String name) {
        Group.parse(name)
                .flatMap(group -> Form.parse(group.format()).map(form -> new InForm(group, form)))
                .ifPresent(added -> rows.compute(row(added.group()), (row, known) -> {
                    WatchedRow watched = known == null ? new WatchedRow() : known;
                    watched.groups.put(name, added);
                    following.add(added.group());
                    return watched;
                }));
    }

    /** Nobody watches a group any more. */
    void remove(String name) {
        Group.parse(name)
                .ifPresent(group -> rows.computeIfPresent(row(group), (row, watched) -> {
                    InForm removed = watched.groups.remove(name);
                    if (removed != null && !watched.shows(group.path())) following.remove(group);
                    return watched.groups.isEmpty() ? null : watched;
                }));
    }

    /** The watched groups of a row by their names, in no order. */
    Map<String, InForm> of(Row row) {
        WatchedRow watched = rows.get(row);
        return watched == null ? Map.of() : watched.groups;
    }

    /** Every row that somebody watches. */
    Stream<Row> rows() {
        return rows.keySet().stream();
    }

    /** Whether somebody watches a row. */
    boolean contains(Row row) {
        return rows.containsKey(row);
    }

    /** Whether a commit is later than all that who watches a row was told, for certain. */
    boolean isNews(Commit commit, Row row) {
        WatchedRow watched = rows.get(row);
        return watched == null || commit.isSurelyAfter(row, watched.toldUpTo);
    }

    /** Whether all of a row was read by a query that began after it was committed, and told. */
    boolean isRead(Commit commit, Row row) {
        WatchedRow watched = rows.get(row);
        Long readFrom = watched == null ? null : watched.readFrom;
        return readFrom != null && readFrom - commit.published() > 0;
    }

    /** Who watches a row is told all of it, by a query that began at that moment and has ended. */
    void read(Row row, long began) {
        told(row, System.nanoTime());
        WatchedRow watched = rows.get(row);
        if (watched != null) watched.readFrom = began;
    }

    /** Who watches a row is told what it held at some time up to this moment. */
    void told(Row row, long moment) {
        WatchedRow watched = rows.get(row);
        if (watched != null) watched.toldUpTo = Math.max(watched.toldUpTo, moment);
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

    /** Of the rows that are watched where something depends on others: those that may have changed, by one of these paths. */
    Set<Row> among(Touched touched, Predicate<String> paths) {
        return following.rows(touched, paths);
    }

    /** The row whose value a group shows; empty when it shows none of a row, or in no form that there is. */
    Optional<Row> rowOf(String name) {
        return Group.parse(name).map(Watched::row).filter(row -> of(row).containsKey(name));
    }

    private static Row row(Group group) {
        return new Row(group.namespace(), group.id());
    }
}
