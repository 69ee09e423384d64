package org.updatable.change;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updatable.EntityChanged;
import org.updatable.Notification;
import org.updatable.message.Update;

/**
 * What one transaction changed, over all its flushes. A property back at its first value is no change, a row created
 * and deleted is nothing. Belongs to one transaction and so to one thread at a time; others may only ask whom it
 * {@link #concerns}.
 */
public final class ChangeSet {
    /** Other threads look into these. */
    private final Set<Row> concerned = ConcurrentHashMap.newKeySet();

    private final Set<String> concernedWholly = ConcurrentHashMap.newKeySet();
    private final Map<Row, RowChange> rows = new LinkedHashMap<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private final Set<Row> touchedRows = new LinkedHashSet<>();
    private final Map<List<String>, Update> said = new LinkedHashMap<>();
    private final Set<Notification> announced = new LinkedHashSet<>();
    private volatile @Nullable Commit commit;
    private boolean muted;
    private boolean doubtful;

    /** Makes one without changes. */
    public ChangeSet() {}

    /** For what came before and what follows, only "something changed" is told. */
    public void mute() {
        muted = true;
    }

    /** Nobody knows whether it was committed: only "something may have changed" is told, and nothing is said. */
    public void doubt() {
        muted = true;
        doubtful = true;
    }

    /**
     * What happens to a row.
     *
     * @param row the row
     * @param entity its root entity class
     * @param id its id
     * @return the change to write into
     */
    public RowChange row(Row row, Class<?> entity, Object id) {
        concerned.add(row);
        return rows.computeIfAbsent(row, absent -> new RowChange(row, entity, id));
    }

    /**
     * Something happened to rows of an entity that could not be told apart, for example because we failed.
     *
     * @param namespace the live entity's name
     */
    public void touched(String namespace) {
        concernedWholly.add(namespace);
        touched.add(namespace);
    }

    /**
     * Something happened to a row, and nobody knows what.
     *
     * @param row the row
     */
    public void touched(Row row) {
        concerned.add(row);
        touchedRows.add(row);
    }

    /**
     * Whether a row may be another one when this is committed. May be asked by any thread.
     *
     * @param row any row
     * @return true also where it has not changed in the end
     */
    public boolean concerns(Row row) {
        return concerned.contains(row) || concernedWholly.contains(row.namespace());
    }

    /**
     * The application says something itself, also when muted. What is said later of the same thing replaces it.
     *
     * @param update what it says, with plain values
     */
    public void said(Update update) {
        List<String> what = List.of(update.group(), update.aspect());
        said.remove(what);
        said.put(what, update);
    }

    /**
     * The application announces something, also when muted. The same twice is announced once.
     *
     * @param notification what it announces
     */
    public void announced(Notification notification) {
        announced.add(notification);
    }

    List<Fact> facts() {
        Set<String> unknown = new LinkedHashSet<>(touched);
        if (muted) {
            rows.forEach((row, change) -> {
                if (!change.isNothing()) unknown.add(row.namespace());
            });
        }
        Stream<Fact> known = rows.entrySet().stream()
                .filter(row -> !unknown.contains(row.getKey().namespace()))
                .flatMap(row -> row.getValue().facts());
        Stream<Touched> someRows = touchedRows.stream()
                .filter(row -> !unknown.contains(row.namespace()))
                .collect(Collectors.groupingBy(Row::namespace, Collectors.mapping(Row::id, Collectors.toSet())))
                .entrySet()
                .stream()
                .map(touched -> new Touched(touched.getKey(), touched.getValue(), Set.of()));
        Stream<? extends Fact> said = this.said.values().stream().map(Said::new);
        if (doubtful) said = this.said.values().stream().flatMap(update -> new Said(update).touched().stream());
        return Stream.of(known, unknown.stream().map(Touched::all), someRows, said)
                .<Fact>flatMap(facts -> facts)
                .toList();
    }

    /**
     * What the others are told, now that it is committed, by nobody knows whom.
     *
     * @return the commit; without facts when nothing changed in the end
     */
    public Commit commit() {
        return commit(null);
    }

    /**
     * What the others are told, now that it is committed.
     *
     * @param actor the name of who has done it; null where nobody knows
     * @return the commit; without facts when nothing changed in the end
     */
    public Commit commit(@Nullable String actor) {
        Map<Row, Long> written = new HashMap<>();
        rows.forEach((row, change) -> written.put(row, change.written()));
        Commit last = new Commit(
                facts(), written, System.nanoTime(), rowEvents(), doubtful ? List.of() : List.copyOf(announced), actor);
        commit = last;
        return last;
    }

    /**
     * Whether a commit is all of this. May be asked by any thread.
     *
     * @param told a commit
     * @return true for the last one that was asked for
     */
    @SuppressWarnings("ReferenceEquality") // another one may say the same
    public boolean isToldBy(Commit told) {
        return commit == told;
    }

    /**
     * What the application is told.
     *
     * @param actor who did it, or null
     * @param tab from which browser tab, or null
     * @return one event for each row that differs; none when muted
     */
    public List<EntityChanged> events(@Nullable String actor, @Nullable String tab) {
        return changed().map(change -> change.event(actor, tab)).toList();
    }

    private List<RowEvent> rowEvents() {
        return changed()
                .filter(change -> !touched.contains(change.row().namespace()))
                .map(RowChange::rowEvent)
                .toList();
    }

    private Stream<RowChange> changed() {
        return muted ? Stream.of() : rows.values().stream().filter(change -> !change.isNothing());
    }
}
