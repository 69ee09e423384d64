package org.updatable.observer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.updatable.Visible;
import org.updatable.change.Commit;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.counters.Counters;
import org.updatable.counters.Failures;
import org.updatable.hub.Delivery;
import org.updatable.message.observer.Key;
import org.updatable.model.LiveEntity;

/**
 * Knows who observes what, and tells them what a commit means for it. It is always read, after the commit, and once for all that
 * wait by then; so nobody is told what is older than what was said before. Everything is done one after the other.
 */
final class Observers {
    /** Of so many requests whose clients have gone it is remembered what they observed. */
    private static final int MOST_GONE = 10_000;

    private final Reader reader;
    private final Executor lane;
    private final Counters counters;
    private final Map<String, Map<Visible, View>> views = new ConcurrentHashMap<>();
    private final Map<Observation, View> observed = new ConcurrentHashMap<>();
    private final Map<Client, Set<Observation>> byClient = new HashMap<>();
    private final Set<String> gone = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_GONE;
        }
    });
    private Map<String, Change> pending = new HashMap<>();

    /** What comes of a request to observe. */
    enum Joined {
        OBSERVES,
        NOT_FOUND,
        TOO_MANY
    }

    /**
     * Nobody observes anything yet.
     *
     * @param reader reads rows
     * @param lane does one thing after the other
     * @param counters count what is read
     */
    Observers(Reader reader, Executor lane, Counters counters) {
        this.reader = reader;
        this.lane = lane;
        this.counters = counters;
    }

    /** Takes a commit. Does not wait. */
    void accept(Commit commit) {
        if (views.isEmpty()) return;
        Map<String, Change> changes = new HashMap<>();
        List<Touched> touched = new ArrayList<>(reader.dependents(commit.facts()));
        for (Fact fact : commit.facts()) fact.touched().ifPresent(touched::add);
        for (Touched one : touched)
            if (views.containsKey(one.namespace()))
                changes.computeIfAbsent(one.namespace(), first -> new Change()).touched(one.ids());
        for (Row row : commit.created()) {
            Change change = changes.get(row.namespace());
            if (change != null) change.created(row.id());
        }
        if (changes.isEmpty()) return;
        add(changes);
        lane.execute(this::refresh);
    }

    /** Reads what could not be read before. Called every now and then. */
    void tick() {
        synchronized (this) {
            if (pending.isEmpty()) return;
        }
        lane.execute(this::refresh);
    }

    private synchronized void add(Map<String, Change> changes) {
        changes.forEach((namespace, change) ->
                pending.computeIfAbsent(namespace, first -> new Change()).add(change));
    }

    private synchronized Map<String, Change> take() {
        Map<String, Change> taken = pending;
        pending = new HashMap<>();
        return taken;
    }

    private void refresh() {
        take().forEach((namespace, change) -> {
            for (View view : views.getOrDefault(namespace, Map.of()).values()) {
                try {
                    Map<Client, List<Delivery>> events = new LinkedHashMap<>();
                    if (view.refresh(change, events)) counters.readsForObservers();
                    events.forEach(Client::tell);
                } catch (RuntimeException | Error failure) {
                    Failures.report(
                            "Observers of " + namespace + " could not be told. It is tried again every second.",
                            failure);
                    add(Map.of(namespace, change));
                }
            }
        });
    }

    /**
     * Begins to observe. To be called on the lane, like everything below.
     *
     * @param answer tells the client that it does, before it is told anything else
     */
    Joined observe(Observation observation, Visible visible, Runnable answer) {
        boolean hasComeBack = gone.remove(gone(observation));
        boolean isAgain = hasComeBack || observed.containsKey(observation);
        forget(observation);
        View view = view(observation.entity(), visible);
        Shown shown = view.join(observation);
        if (shown == null) {
            leave(observation, view);
            return Joined.TOO_MANY;
        }
        if (!isAgain && !observation.isOfMany() && shown.ids().isEmpty()) {
            leave(observation, view);
            return Joined.NOT_FOUND;
        }
        observed.put(observation, view);
        byClient.computeIfAbsent(observation.client(), first -> new LinkedHashSet<>())
                .add(observation);
        answer.run();
        if (isAgain) tellAll(observation, view, shown);
        return Joined.OBSERVES;
    }

    /** A client that has come back may have missed something. */
    private void tellAll(Observation observation, View view, Shown shown) {
        List<Delivery> events = new ArrayList<>();
        view.read(shown.ids()).forEach((id, text) -> events.add(view.event(observation, Event.Kind.UPDATE, id, text)));
        Key pk = observation.pk();
        if (pk != null && events.isEmpty()) events.add(view.event(observation, Event.Kind.DELETE, pk.text(), null));
        if (!events.isEmpty()) observation.client().tell(events);
    }

    /** A client observes less. */
    void leave(Client client, Predicate<Observation> which) {
        for (Observation observation : List.copyOf(byClient.getOrDefault(client, Set.of())))
            if (which.test(observation)) {
                forget(observation);
                client.drop(observation);
            }
    }

    /** A client has gone; when it comes back, it asks again by the same requests. */
    void gone(Client client, boolean willComeBack) {
        Set<Observation> all = byClient.getOrDefault(client, Set.of());
        if (willComeBack) all.forEach(observation -> gone.add(gone(observation)));
        leave(client, every -> true);
    }

    /** How many things are observed. On any thread. */
    long count() {
        return observed.size();
    }

    /** How many things a client observes. */
    int count(Client client) {
        return byClient.getOrDefault(client, Set.of()).size();
    }

    /** What a client may see of an entity may be something else by now: it is told what that means. */
    void sees(Client client, LiveEntity entity, Visible visible) {
        for (Observation observation : List.copyOf(byClient.getOrDefault(client, Set.of()))) {
            View before = observed.get(observation);
            if (before == null
                    || !observation.entity().equals(entity)
                    || before.visible().equals(visible)) continue;
            move(observation, before, visible);
        }
    }

    private void move(Observation observation, View before, Visible visible) {
        Set<String> shown = new HashSet<>(before.idsOf(observation));
        forget(observation);
        List<Delivery> events = new ArrayList<>();
        if (!visible.isNothing()) {
            View view = view(observation.entity(), visible);
            Shown now = view.join(observation);
            if (now == null) leave(observation, view);
            else {
                observed.put(observation, view);
                byClient.computeIfAbsent(observation.client(), first -> new LinkedHashSet<>())
                        .add(observation);
                view.read(now.ids()).forEach((id, text) -> {
                    Event.Kind kind = shown.remove(id) ? Event.Kind.UPDATE : Event.Kind.CREATE;
                    events.add(view.event(observation, kind, id, text));
                });
            }
        }
        shown.forEach(id -> events.add(before.event(observation, Event.Kind.DELETE, id, null)));
        if (!events.isEmpty()) observation.client().tell(events);
    }

    /** What a client observes. */
    Set<LiveEntity> entitiesOf(Client client) {
        Set<LiveEntity> entities = new LinkedHashSet<>();
        byClient.getOrDefault(client, Set.of()).forEach(observation -> entities.add(observation.entity()));
        return entities;
    }

    private View view(LiveEntity entity, Visible visible) {
        return views.computeIfAbsent(entity.namespace(), first -> new ConcurrentHashMap<>())
                .computeIfAbsent(visible, first -> new View(entity, visible, reader));
    }

    private void forget(Observation observation) {
        View view = observed.remove(observation);
        if (view == null) return;
        Set<Observation> others = byClient.getOrDefault(observation.client(), new HashSet<>());
        others.remove(observation);
        if (others.isEmpty()) byClient.remove(observation.client());
        leave(observation, view);
    }

    private void leave(Observation observation, View view) {
        view.leave(observation);
        if (!view.isEmpty()) return;
        String namespace = observation.entity().namespace();
        views.computeIfPresent(namespace, (name, all) -> {
            all.remove(view.visible());
            return all.isEmpty() ? null : all;
        });
    }

    private static String gone(Observation observation) {
        return observation.client().name() + ' ' + observation.name();
    }
}
