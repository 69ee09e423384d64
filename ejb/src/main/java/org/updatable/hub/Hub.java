package org.updatable.hub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.updatable.change.Changed;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.counters.Failures;
import org.updatable.message.Group;
import org.updatable.message.UpdateValue;
import org.updatable.message.Wire;

/**
 * Knows which connection watches which group, and gives each what a commit means for it. The commits are handled one
 * after the other, so that what is read for one cannot overtake what another says.
 */
final class Hub {
    private final Reader present;
    private final Executor lane;
    private final Map<Connection, Set<String>> joined = new ConcurrentHashMap<>();
    private final Map<String, Set<Connection>> watchers = new ConcurrentHashMap<>();
    private final Set<Touched> unread = ConcurrentHashMap.newKeySet();

    /** Reads the present values of rows of one entity. */
    @FunctionalInterface
    interface Reader {
        List<Changed> read(String namespace, Collection<String> ids);
    }

    /**
     * A hub nobody watches yet.
     *
     * @param present reads rows
     * @param lane does one thing after the other
     */
    Hub(Reader present, Executor lane) {
        this.present = present;
        this.lane = lane;
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
                watchers.compute(group, (name, present) -> {
                    Set<Connection> all = present == null ? ConcurrentHashMap.newKeySet() : present;
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
                commit.forEach(fact -> unread.add(fact.touched()));
                retry();
            }
        });
    }

    /** Reads what could not be read or delivered before. Called every now and then. */
    void tick() {
        if (!unread.isEmpty()) lane.execute(this::retry);
    }

    /** How many groups are watched. */
    int groups() {
        return watchers.size();
    }

    private void forget(Connection connection, String group) {
        watchers.computeIfPresent(group, (name, present) -> {
            present.remove(connection);
            return present.isEmpty() ? null : present;
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
            if (fact instanceof Changed changed) address(changed, deliveries);
            else if (fact instanceof Touched touched) read(touched).forEach(changed -> address(changed, deliveries));
        }
        deliveries.forEach(Connection::offer);
    }

    private void address(Changed changed, Map<Connection, List<Delivery>> deliveries) {
        Row row = changed.row();
        String group = new Group(row.namespace(), row.id(), changed.property()).name();
        Set<Connection> connections = watchers.get(group);
        if (connections == null) return;
        Delivery delivery = new Delivery(group, Wire.write(new UpdateValue(group, changed.value())));
        for (Connection connection : connections)
            deliveries.computeIfAbsent(connection, first -> new ArrayList<>()).add(delivery);
    }

    /** Only rows that somebody watches: the cost is bounded by what is on screens, not by what was touched. */
    private List<Changed> read(Touched touched) {
        Set<String> watched = new LinkedHashSet<>();
        for (String name : watchers.keySet()) {
            Optional<Group> group = Group.parse(name);
            if (group.isPresent()
                    && touched.includes(
                            new Row(group.get().namespace(), group.get().id())))
                watched.add(group.get().id());
        }
        return watched.isEmpty() ? List.of() : present.read(touched.namespace(), watched);
    }
}
