package org.updatable.hub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.updatable.change.Changed;
import org.updatable.change.Commit;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Said;
import org.updatable.change.Touched;
import org.updatable.counters.Counters;
import org.updatable.counters.Failures;
import org.updatable.format.Form;
import org.updatable.hub.Watched.InForm;
import org.updatable.message.Group;
import org.updatable.message.Update;

/**
 * Knows which connection watches which group, and gives each what a commit means for it. The commits are handled one
 * after the other, so that what is read for one cannot overtake what another says.
 */
final class Hub {
    private final Reader reader;
    private final Speaker speaker;
    private final Executor lane;
    private final int mostBytes;
    private final Counters counters;
    private final Watched watched;
    private final Audiences audiences;
    private final Set<Touched> unread = ConcurrentHashMap.newKeySet();
    private final Queue<Joining> joinings = new ConcurrentLinkedQueue<>();

    /** Reads what some paths show now of rows that may have changed; those that are missing from the answer are gone. */
    @FunctionalInterface
    interface Reader {
        Map<Row, List<Fact>> read(Touched touched, Collection<String> paths);

        /** What a group shows that no row says. */
        default List<Update> declared(String group) {
            return List.of();
        }

        /** What may differ because something else does: of each entity, where {@linkplain #isDependent it is watched}. */
        default List<Touched> dependents(Collection<Fact> facts) {
            return List.of();
        }

        /** Whether a group may show something else because of other rows. */
        default boolean isDependent(Group group) {
            return false;
        }

        /** Whether something may be said to who watches a path. */
        default boolean isShown(Touched touched, String path) {
            return true;
        }
    }

    /** Says what a fact means for who watches a group of its row in some form. */
    @FunctionalInterface
    interface Speaker {
        List<Update> updates(Fact fact, Group group, Form form);
    }

    /**
     * A hub nobody watches yet.
     *
     * @param reader reads rows
     * @param speaker says values
     * @param lane does one thing after the other
     * @param mostBytes of one update; the page is told to read what is longer
     * @param counters count what is done
     */
    Hub(Reader reader, Speaker speaker, Executor lane, int mostBytes, Counters counters) {
        this.reader = reader;
        this.speaker = speaker;
        this.lane = lane;
        this.mostBytes = mostBytes;
        this.counters = counters;
        this.watched = new Watched(reader::isDependent);
        this.audiences = new Audiences(watched);
    }

    /** A connection has come; it watches nothing yet. */
    void opened(Connection connection) {
        counters.opened();
        audiences.opened(connection);
    }

    /** A connection has gone, and watches nothing any more. */
    void closed(Connection connection) {
        if (audiences.closed(connection)) counters.closed();
    }

    /** An open connection watches a group from now on. Joining twice is joining once. */
    void join(Connection connection, String group) {
        audiences.announce(connection, group);
        audiences.join(connection, group);
    }

    /** An open connection is about to watch a group: when it {@linkplain #catchUp catches up}. */
    void announce(Connection connection, String group) {
        audiences.announce(connection, group);
    }

    /** A connection no longer watches a group. */
    void leave(Connection connection, String group) {
        audiences.leave(connection, group);
        connection.drop(group);
    }

    /**
     * Tells a connection where its page differs from what the groups show that it has announced, and then that it is ready.
     * It watches them from then on: what it was told before could be newer than the page of which it has said what it shows,
     * and older than what is read. Does not wait.
     */
    void catchUp(Joining joining) {
        joinings.add(joining);
        lane.execute(this::catchUp);
    }

    /**
     * Takes the facts of one commit. Does not wait, and takes no thread for what nobody watches (Payara looks through all
     * its jars when it gives one): it has committed, so that who joins later reads it.
     */
    void accept(Commit commit) {
        counters.commit();
        if (!isWatched(commit)) return;
        lane.execute(() -> {
            try {
                deliver(commit);
            } catch (RuntimeException | Error failure) {
                Failures.report("A commit could not be delivered. Who watches its rows reads them.", failure);
                audiences.doubt();
                commit.facts().forEach(fact -> fact.touched().ifPresent(unread::add));
                retry();
            }
        });
    }

    /** Reads what could not be read or delivered before. Called every now and then. */
    void tick() {
        if (!unread.isEmpty()) lane.execute(this::retry);
        if (!joinings.isEmpty()) lane.execute(this::catchUp);
    }

    /** How many groups a connection watches. */
    int groupsOf(Connection connection) {
        return audiences.groupsOf(connection);
    }

    /** How many groups are watched. */
    int groups() {
        return audiences.groups();
    }

    private boolean isWatched(Commit commit) {
        return commit.facts().stream().anyMatch(this::isWatched)
                || reader.dependents(commit.facts()).stream()
                        .anyMatch(touched -> !dependents(touched).isEmpty());
    }

    /** For every row of an entity it is not asked: that takes longer than to take a thread. */
    private boolean isWatched(Fact fact) {
        if (fact instanceof Said said && audiences.of(said.update().group()).isPresent()) return true;
        return fact.touched()
                .filter(touched ->
                        touched.ids().isEmpty() || !watched.among(touched).isEmpty())
                .isPresent();
    }

    /** The watched rows that show something of what may have changed in other rows. */
    private Set<Row> dependents(Touched touched) {
        return watched.among(touched, path -> reader.isShown(touched, path));
    }

    private void retry() {
        for (Touched touched : List.copyOf(unread)) {
            try {
                deliver(Commit.of(List.of(touched)));
                unread.remove(touched);
            } catch (RuntimeException | Error failure) {
                Failures.report("Rows could not be read. It is tried again every second.", failure);
                audiences.doubt();
            }
        }
    }

    /** All that wait together: who comes while a read is on its way shares the next one. */
    private void catchUp() {
        List<Joining> all = new ArrayList<>();
        for (Joining next = joinings.poll(); next != null; next = joinings.poll()) all.add(next);
        try {
            catchUp(all);
        } catch (RuntimeException | Error failure) {
            Failures.report("Pages could not be told what they miss. It is tried again every second.", failure);
            audiences.doubt();
            joinings.addAll(all);
        }
    }

    private void catchUp(List<Joining> all) {
        Set<Row> rows = new HashSet<>();
        Deliveries deliveries = new Deliveries(mostBytes);
        Map<String, List<Update>> present = new HashMap<>();
        Map<String, Set<Connection>> newcomers = new HashMap<>();
        for (Joining joining : all)
            joining.digests().forEach((group, digest) -> {
                if (audiences.join(joining.connection(), group))
                    newcomers.computeIfAbsent(group, first -> new HashSet<>()).add(joining.connection());
                if (audiences.isShown(group, digest)) return;
                watched.rowOf(group).ifPresentOrElse(rows::add, () -> present.computeIfAbsent(group, reader::declared));
            });
        rows.stream()
                .collect(Collectors.groupingBy(Row::namespace, Collectors.toSet()))
                .forEach((namespace, some) -> {
                    counters.readsToCatchUp();
                    read(some, Set.of(), deliveries, (group, updates) -> {
                        String name = group.group().name();
                        present.put(name, updates);
                        tellOthers(name, updates, newcomers.getOrDefault(name, Set.of()), deliveries);
                    });
                });
        for (Joining joining : all) {
            joining.digests().forEach((group, digest) -> {
                if (!audiences.isShown(group, digest))
                    present.getOrDefault(group, List.of())
                            .forEach(update -> deliveries.add(update, Set.of(joining.connection())));
            });
            deliveries.addReady(joining.frame(), joining.connection());
        }
        deliveries.offer();
        counters.caughtUp(all.size());
    }

    /** When the hub itself was behind, all who watch are healed; who has just come is told by itself. */
    private void tellOthers(String group, List<Update> present, Set<Connection> newcomers, Deliveries deliveries) {
        audiences.of(group).ifPresent(audience -> {
            List<Update> differing = audience.nowShows(present);
            if (differing.isEmpty()) return;
            Set<Connection> others = new HashSet<>(audience.connections());
            others.removeAll(newcomers);
            differing.forEach(update -> deliveries.add(update, others));
        });
    }

    /** A row of which it is not certain that this is the newest that is known is read: nobody is shown what is older. */
    private void deliver(Commit commit) {
        Deliveries deliveries = new Deliveries(mostBytes);
        Map<Row, Boolean> isNews = new LinkedHashMap<>();
        for (Fact fact : commit.facts()) {
            if (fact instanceof Touched touched) read(touched, commit, deliveries);
            else if (fact instanceof Said said) address(said, deliveries);
            else if (fact instanceof Changed changed
                    && isNews.computeIfAbsent(changed.row(), row -> watched.isNews(commit, row)))
                address(changed, deliveries);
        }
        isNews.forEach((row, certain) -> {
            if (certain) watched.told(row, commit.published());
            else read(Touched.row(row), commit, deliveries);
        });
        for (Touched touched : reader.dependents(commit.facts()))
            read(touched, dependents(touched), commit, deliveries);
        deliveries.offer();
    }

    /** What is known of a row goes to who watches it, in whichever form; not what all who watch are known to be shown. */
    private void address(Changed changed, Deliveries deliveries) {
        for (InForm watching : watched.of(changed.row()).values())
            audiences
                    .of(watching)
                    .filter(audience -> changed.isNew() || audience.isKnown())
                    .ifPresent(audience -> tell(audience.differing(updates(List.of(changed), watching)), deliveries));
    }

    private void address(Said said, Deliveries deliveries) {
        watched.around(said.update().group())
                .ifPresentOrElse(
                        groups -> groups.values().forEach(inForm -> tell(updates(List.of(said), inForm), deliveries)),
                        () -> tell(List.of(said.update()), deliveries));
    }

    private List<Update> updates(List<Fact> facts, InForm watching) {
        return facts.stream()
                .flatMap(fact -> speaker.updates(fact, watching.group(), watching.form()).stream())
                .toList();
    }

    private void tell(List<Update> updates, Deliveries deliveries) {
        for (Update update : updates)
            audiences.of(update.group()).ifPresent(audience -> {
                audience.told(update);
                deliveries.add(update, audience.connections());
            });
    }

    /**
     * Only what somebody watches: the cost is bounded by what is on screens, not by what was touched. And not what was read
     * since it was committed: of many commits that wait, one read tells the last.
     */
    private void read(Touched touched, Commit commit, Deliveries deliveries) {
        read(touched, watched.among(touched), commit, deliveries);
    }

    private void read(Touched touched, Set<Row> candidates, Commit commit, Deliveries deliveries) {
        Set<Row> rows = new HashSet<>(candidates);
        rows.removeIf(row -> watched.isRead(commit, row));
        if (rows.isEmpty()) return;
        counters.readsChanges();
        read(rows, touched.properties(), deliveries, (group, updates) -> audiences
                .of(group)
                .ifPresent(audience -> tell(audience.differing(updates), deliveries)));
    }

    /** Reads rows of one entity, for the groups that were watched before. */
    private void read(
            Set<Row> rows, Set<String> properties, Deliveries deliveries, BiConsumer<InForm, List<Update>> found) {
        long began = System.nanoTime();
        Map<Row, List<InForm>> watching = rows.stream()
                .collect(Collectors.toMap(
                        row -> row, row -> List.copyOf(watched.of(row).values())));
        Set<String> ids = rows.stream().map(Row::id).collect(Collectors.toSet());
        Set<String> paths = watching.values().stream()
                .flatMap(List::stream)
                .map(inForm -> inForm.group().path())
                .collect(Collectors.toSet());
        String namespace = rows.iterator().next().namespace();
        Map<Row, List<Fact>> present = reader.read(new Touched(namespace, ids, properties), paths);
        watching.forEach((row, groups) -> {
            List<Fact> facts = present.get(row);
            if (facts == null) lost(row, deliveries);
            else groups.forEach(group -> found.accept(group, updates(facts, group)));
            if (properties.isEmpty()) watched.read(row, began);
            else watched.told(row, System.nanoTime());
        });
    }

    /** Who watches a row is told that it is gone. */
    private void lost(Row row, Deliveries deliveries) {
        for (InForm watching : watched.of(row).values())
            audiences.of(watching).ifPresent(audience -> {
                audience.doubt();
                deliveries.addRemoved(watching.group().name(), audience.connections());
            });
    }
}
