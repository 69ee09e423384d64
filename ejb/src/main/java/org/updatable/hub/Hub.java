package org.updatable.hub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.updatable.change.Changed;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Said;
import org.updatable.change.Touched;
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
    private final Reader present;
    private final Speaker speaker;
    private final Executor lane;
    private final int mostBytes;
    private final Map<Connection, Set<String>> joined = new ConcurrentHashMap<>();
    private final Map<String, Set<Connection>> watchers = new ConcurrentHashMap<>();
    private final Watched watched = new Watched();
    private final Set<Touched> unread = ConcurrentHashMap.newKeySet();

    /** Reads what some paths show now of what may have changed. */
    @FunctionalInterface
    interface Reader {
        List<Fact> read(Touched touched, Collection<String> paths);
    }

    /** Says what a fact means for who watches a group of its row in some form. */
    @FunctionalInterface
    interface Speaker {
        List<Update> updates(Fact fact, Group group, Form form);
    }

    /**
     * A hub nobody watches yet.
     *
     * @param present reads rows
     * @param speaker says values
     * @param lane does one thing after the other
     * @param mostBytes of one update; the page is told to read what is longer
     */
    Hub(Reader present, Speaker speaker, Executor lane, int mostBytes) {
        this.present = present;
        this.speaker = speaker;
        this.lane = lane;
        this.mostBytes = mostBytes;
    }

    /** A connection has come; it watches nothing yet. */
    void opened(Connection connection) {
        joined.put(connection, ConcurrentHashMap.newKeySet());
    }

    /** A connection has gone, and watches nothing any more. */
    void closed(Connection connection) {
        Set<String> groups = joined.remove(connection);
        if (groups != null) groups.forEach(group -> forget(connection, group));
    }

    /** An open connection watches a group from now on. Joining twice is joining once. */
    void join(Connection connection, String group) {
        // In one step with the connection's entry: one that closes meanwhile leaves nothing behind.
        joined.computeIfPresent(connection, (open, groups) -> {
            if (groups.add(group))
                watchers.compute(group, (name, connections) -> {
                    if (connections == null) watched.add(group);
                    Set<Connection> all = connections == null ? ConcurrentHashMap.newKeySet() : connections;
                    all.add(connection);
                    return all;
                });
            return groups;
        });
    }

    /** A connection no longer watches a group. */
    void leave(Connection connection, String group) {
        joined.computeIfPresent(connection, (open, groups) -> {
            if (groups.remove(group)) forget(connection, group);
            return groups;
        });
        connection.drop(group);
    }

    /** Takes the facts of one commit. Does not wait. */
    void accept(List<Fact> commit) {
        lane.execute(() -> {
            try {
                deliver(commit);
            } catch (RuntimeException | Error failure) {
                Failures.report("A commit could not be delivered. Who watches its rows reads them.", failure);
                commit.forEach(fact -> fact.touched().ifPresent(unread::add));
                retry();
            }
        });
    }

    /** Reads what could not be read or delivered before. Called every now and then. */
    void tick() {
        if (!unread.isEmpty()) lane.execute(this::retry);
    }

    /** How many groups a connection watches. */
    int groupsOf(Connection connection) {
        return joined.getOrDefault(connection, Set.of()).size();
    }

    /** How many groups are watched. */
    int groups() {
        return watchers.size();
    }

    private void forget(Connection connection, String group) {
        watchers.computeIfPresent(group, (name, connections) -> {
            connections.remove(connection);
            if (!connections.isEmpty()) return connections;
            watched.remove(group);
            return null;
        });
    }

    private void retry() {
        for (Touched touched : List.copyOf(unread)) {
            try {
                deliver(List.of(touched));
                unread.remove(touched);
            } catch (RuntimeException | Error failure) {
                Failures.report("Rows could not be read. It is tried again every second.", failure);
            }
        }
    }

    private void deliver(List<Fact> commit) {
        Map<Connection, List<Delivery>> deliveries = new LinkedHashMap<>();
        for (Fact fact : commit) {
            if (fact instanceof Touched touched) read(touched).forEach(found -> address(found, deliveries));
            else address(fact, deliveries);
        }
        deliveries.forEach(Connection::offer);
    }

    /** What is known of a row goes to who watches it, in whichever form. */
    private void address(Fact fact, Map<Connection, List<Delivery>> deliveries) {
        if (fact instanceof Changed changed) address(fact, watched.of(changed.row()), deliveries);
        else if (fact instanceof Said said)
            watched.around(said.update().group())
                    .ifPresentOrElse(
                            groups -> address(fact, groups, deliveries), () -> address(said.update(), deliveries));
    }

    private void address(Fact fact, Map<String, InForm> groups, Map<Connection, List<Delivery>> deliveries) {
        for (InForm watching : groups.values())
            speaker.updates(fact, watching.group(), watching.form()).forEach(update -> address(update, deliveries));
    }

    /** Each is written once. */
    private void address(Update update, Map<Connection, List<Delivery>> deliveries) {
        Set<Connection> connections = watchers.getOrDefault(update.group(), Set.of());
        if (connections.isEmpty()) return;
        Delivery delivery = Delivery.of(update, mostBytes);
        for (Connection connection : connections)
            deliveries.computeIfAbsent(connection, first -> new ArrayList<>()).add(delivery);
    }

    /** Only what somebody watches: the cost is bounded by what is on screens, not by what was touched. */
    private List<Fact> read(Touched touched) {
        Set<Row> rows = watched.among(touched);
        if (rows.isEmpty()) return List.of();
        Set<String> ids = rows.stream().map(Row::id).collect(Collectors.toSet());
        return present.read(new Touched(touched.namespace(), ids, touched.properties()), watched.pathsOf(rows));
    }
}
