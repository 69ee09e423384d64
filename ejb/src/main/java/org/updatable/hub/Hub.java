package org.updatable.hub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import org.updatable.message.Digest;
import org.updatable.message.Group;
import org.updatable.message.Update;

/**
 * Knows which connection watches which group, and gives each what a commit means for it. The commits are handled one
 * after the other, so that what is read for one cannot overtake what another says.
 */
final class Hub {
    /** Each reads more than the one before: commits that have rows in common with what was read. */
    private static final int MOST_ROUNDS = 16;

    /** So that the first of many does not wait for long. */
    private static final int MOST_TOGETHER = 1_000;

    private final Reader reader;
    private final Speaker speaker;
    private final Executor lane;
    private final int mostBytes;
    private final Counters counters;
    private final Watched watched;
    private final Audiences audiences;
    private final Sweep sweep;
    private final AtomicBoolean isSwept = new AtomicBoolean();
    private final Set<Touched> unread = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Set<Row>> behind = new AtomicReference<>(Set.of());
    private final Queue<Commit> waiting = new ConcurrentLinkedQueue<>();
    private final Queue<Joining> joinings = new ConcurrentLinkedQueue<>();

    /** Reads what some paths show now of rows that may have changed; those that are missing from the answer are gone. */
    @FunctionalInterface
    interface Reader {
        Map<Row, List<Fact>> read(Map<Touched, Set<String>> paths);

        /** Whom each other transaction concerns that may have committed, and of which the hub has not heard yet. */
        default List<Predicate<Row>> inFlight(@Nullable Commit but) {
            return List.of();
        }

        /** What a group shows that no row says. */
        default List<Update> declared(String group) {
            return List.of();
        }

        /** Of these rows nothing may be remembered: they may have changed unseen. */
        default void forget(Collection<Touched> rows) {}

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
        this.sweep = new Sweep(reader, speaker, watched, audiences);
    }

    /** A connection has come; it watches nothing yet. */
    void opened(Connection connection) {
        audiences.opened(connection);
    }

    /** A connection has gone, and watches nothing any more. */
    void closed(Connection connection) {
        audiences.closed(connection);
    }

    /**
     * An open connection watches a group from now on. Joining twice is joining once.
     *
     * @param until when it has to ask again
     */
    void join(Connection connection, String group, Instant until) {
        audiences.announce(connection, group, until);
        audiences.join(connection, group);
    }

    /**
     * An open connection is about to watch a group: when it {@linkplain #catchUp catches up}.
     *
     * @param until when it has to ask again
     */
    void announce(Connection connection, String group, Instant until) {
        audiences.announce(connection, group, until);
    }

    /** A connection may watch a group for longer; answers false when it does not watch it any more. */
    boolean renew(Connection connection, String group, Instant before, Instant until) {
        return audiences.renew(connection, group, before, until);
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
        waiting.add(commit);
        lane.execute(this::deliver);
    }

    /** Reads what could not be read or delivered before. Called every now and then. */
    void tick() {
        Set<Row> due = behind.getAndSet(Set.of());
        if (!due.isEmpty()) lane.execute(() -> heal(due));
        if (!unread.isEmpty()) lane.execute(this::retry);
        if (!joinings.isEmpty()) lane.execute(this::catchUp);
    }

    /**
     * Reads all that is watched, one query for each entity, and says what has changed without a commit that was told. Does not wait.
     *
     * @param found is told the rows, if there are any
     */
    void sweep(Consumer<List<Touched>> found) {
        if (!isSwept.compareAndSet(false, true)) return; // the last one is not over yet
        lane.execute(() -> {
            try {
                List<Touched> changed = sweep.changed();
                if (!changed.isEmpty()) found.accept(changed);
            } catch (RuntimeException | Error failure) {
                Failures.report("What is watched could not be swept; it is tried again.", failure);
            } finally {
                isSwept.set(false);
            }
        });
    }

    /** The groups that a connection watches, by name, and until when it may. */
    Map<String, Instant> groupsOf(Connection connection) {
        return audiences.of(connection);
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
        if (fact instanceof Changed changed) return watched.contains(changed.row());
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

    /** All at once, since commits are whole; if that fails, what does not fail by itself. */
    private void retry() {
        Set<Touched> all = Set.copyOf(unread);
        if (!isRead(all) && all.size() > 1) all.forEach(touched -> isRead(Set.of(touched)));
    }

    private boolean isRead(Set<Touched> all) {
        try {
            Commit commit = Commit.of(List.copyOf(all));
            Deliveries deliveries = new Deliveries(mostBytes);
            tell(commit, deliveries);
            deliveries.offer();
            unread.removeAll(all);
            return true;
        } catch (RuntimeException | Error failure) {
            Failures.report("Rows could not be read. It is tried again every second.", failure);
            audiences.doubt();
            return false;
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

    /** Of a page that shows one thing otherwise all is read: what it shows together was there together. */
    private void catchUp(List<Joining> all) {
        ToRead rows = new ToRead();
        Map<String, List<Update>> present = new HashMap<>();
        Map<String, Set<Connection>> asking = new HashMap<>();
        Map<Joining, Set<String>> differing = new HashMap<>();
        for (Joining joining : all) {
            Set<String> watchedBefore = joining.digests().keySet().stream()
                    .filter(group -> !audiences.join(joining.connection(), group))
                    .collect(Collectors.toSet());
            if (audiences.areShown(joining.digests())) continue;
            differing.put(joining, watchedBefore);
            for (String group : joining.digests().keySet()) {
                asking.computeIfAbsent(group, first -> new HashSet<>()).add(joining.connection());
                watched.rowOf(group).ifPresentOrElse(rows::add, () -> present.computeIfAbsent(group, reader::declared));
            }
        }
        Map<String, List<Update>> newToOthers = new HashMap<>();
        Deliveries deliveries = new Deliveries(mostBytes);
        if (!rows.isEmpty()) {
            counters.readsToCatchUp();
            Read read = read(rows, null, deliveries);
            read.groups().forEach((group, updates) -> {
                String name = group.group().name();
                present.put(name, updates);
                audiences.of(name).ifPresent(audience -> {
                    boolean allAsk = asking.getOrDefault(name, Set.of()).containsAll(audience.connections());
                    boolean isNew =
                            !audience.isKnown() || !audience.differing(updates).isEmpty();
                    if (isNew) newToOthers.put(name, updates);
                    if (allAsk) audience.nowShows(updates);
                    else if (isNew) isBehind(group, audience);
                });
            });
            // What is told by commits that wait may be older.
            read.rows().forEach(row -> watched.told(row, System.nanoTime()));
        }
        for (Joining joining : all) {
            List<Connection> one = List.of(joining.connection());
            Set<String> watchedBefore = differing.get(joining);
            if (watchedBefore != null) {
                joining.digests().forEach((group, digest) -> {
                    List<Update> updates = present.getOrDefault(group, List.of());
                    // What it was told since it watched may be newer than what it says that it shows.
                    if (watchedBefore.contains(group) || !digest.equals(Digest.of(updates)))
                        updates.forEach(update -> deliveries.add(update, one));
                });
                // By another frame it has joined what belongs to this one.
                newToOthers.forEach((group, updates) -> {
                    if (!joining.digests().containsKey(group) && audiences.isIn(joining.connection(), group))
                        updates.forEach(update -> deliveries.add(update, one));
                });
            }
            deliveries.addReady(joining.frame(), joining.connection());
        }
        deliveries.offer();
        counters.caughtUp(all.size());
    }

    /**
     * A page has found what those who watched before are not known to be shown. Most often the commit is on its way, and tells
     * them all of it; if not, it is read for them a little later.
     */
    private void isBehind(InForm group, Audience audience) {
        audience.doubt();
        behind.updateAndGet(rows -> {
            Set<Row> more = new HashSet<>(rows);
            more.add(group.row());
            return more;
        });
    }

    private void heal(Set<Row> due) {
        due.forEach(row -> unread.add(Touched.row(row)));
        retry();
    }

    /** The commits that wait, together: of what they change twice, browsers are told the last. */
    private void deliver() {
        Deliveries together = new Deliveries(mostBytes);
        List<Commit> told = new ArrayList<>();
        for (int left = Math.min(waiting.size(), MOST_TOGETHER); left > 0; left--) {
            Commit commit = waiting.remove();
            try {
                told.add(commit);
                tell(commit, together);
                together.isWhole();
            } catch (RuntimeException | Error failure) {
                together.forget();
                isUndelivered(List.of(commit), failure);
            }
        }
        try {
            together.offer();
        } catch (RuntimeException | Error failure) {
            isUndelivered(told, failure);
        }
    }

    private void isUndelivered(List<Commit> commits, Throwable failure) {
        Failures.report("A commit could not be delivered. Who watches its rows reads them.", failure);
        audiences.doubt();
        for (Commit commit : commits)
            commit.facts().forEach(fact -> fact.touched().ifPresent(unread::add));
        retry();
    }

    /**
     * A commit of which it is not certain that it is the newest that is known, or of which not all is known, is read whole:
     * nobody is shown what is older, nor a part of it together with another state of the rest.
     */
    private void tell(Commit commit, Deliveries deliveries) {
        List<Touched> dependents = reader.dependents(commit.facts());
        if (isCertain(commit, dependents)) tellAll(commit, deliveries);
        else {
            deliveries.offer(); // what is there already does not wait for what is read
            tellWhatIsRead(commit, dependents, deliveries);
        }
        for (Fact fact : commit.facts()) if (fact instanceof Said said) address(said, deliveries);
    }

    /** Whether nothing of it has to be read. What was read since it was committed has not: of many that wait, one read tells the last. */
    private boolean isCertain(Commit commit, List<Touched> dependents) {
        for (Fact fact : commit.facts()) {
            if (fact instanceof Touched touched && !areRead(commit, watched.among(touched))) return false;
            if (fact instanceof Changed changed
                    && !watched.isNews(commit, changed.row())
                    && !watched.isRead(commit, changed.row())) return false;
        }
        return dependents.stream().allMatch(touched -> areRead(commit, dependents(touched)));
    }

    private boolean areRead(Commit commit, Set<Row> rows) {
        return rows.stream().allMatch(row -> watched.isRead(commit, row));
    }

    private void tellAll(Commit commit, Deliveries deliveries) {
        Set<Row> rows = new HashSet<>();
        for (Fact fact : commit.facts())
            if (fact instanceof Changed changed
                    && (rows.contains(changed.row()) || watched.isNews(commit, changed.row()))) {
                rows.add(changed.row());
                address(changed, deliveries);
            }
        rows.forEach(row -> watched.told(row, commit.published()));
    }

    /** Only what somebody watches: the cost is bounded by what is on screens, not by what was touched. */
    private void tellWhatIsRead(Commit commit, List<Touched> dependents, Deliveries deliveries) {
        ToRead rows = new ToRead();
        for (Fact fact : commit.facts()) {
            if (fact instanceof Touched touched) rows.add(watched.among(touched), touched.properties());
            if (fact instanceof Changed changed && watched.contains(changed.row())) {
                if (watched.isNews(commit, changed.row())) rows.add(Set.of(changed.row()), Set.of(changed.property()));
                else rows.add(changed.row());
            }
        }
        for (Touched touched : dependents) rows.add(dependents(touched), touched.properties());
        counters.readsChanges();
        long began = System.nanoTime();
        Read read = read(rows, commit, deliveries);
        read.groups().forEach((group, updates) -> audiences.of(group).ifPresent(audience -> {
            List<Update> differing = rows.isWhole(group.row()) ? audience.nowShows(updates) : audience.tell(updates);
            differing.forEach(update -> deliveries.add(update, audience.connections()));
        }));
        for (Row row : read.rows()) {
            if (rows.isWhole(row)) watched.read(row, began);
            else watched.told(row, System.nanoTime());
        }
    }

    /** What is known of a row goes to who watches it, in whichever form; not what all who watch are known to be shown. */
    private void address(Changed changed, Deliveries deliveries) {
        watched.of(changed.row()).forEach((name, watching) -> audiences
                .of(name)
                .filter(audience -> changed.isNew() || audience.isKnown())
                .ifPresent(audience -> audience.tell(speaker.updates(changed, watching.group(), watching.form()))
                        .forEach(update -> deliveries.add(update, audience.connections()))));
    }

    private void address(Said said, Deliveries deliveries) {
        watched.around(said.update().group())
                .ifPresentOrElse(
                        groups -> groups.values()
                                .forEach(inForm ->
                                        tell(speaker.updates(said, inForm.group(), inForm.form()), deliveries)),
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
     * What was read.
     *
     * @param rows those that were asked for
     * @param groups what each group shows that was watched before; of rows that are gone there is none
     */
    private record Read(Set<Row> rows, Map<InForm, List<Update>> groups) {}

    /**
     * Reads rows, for the groups that were watched before. What is read may hold a part of commits that are told later: the rest
     * of those is read, too. Who watches a row that is gone is told so.
     */
    private Read read(ToRead rows, @Nullable Commit told, Deliveries deliveries) {
        Map<Row, List<InForm>> watching = watching(rows);
        Map<Row, List<Fact>> present = reader.read(rows.paths(watching));
        for (int round = 0; round < MOST_ROUNDS && addWhatBelongsTo(rows, told); round++) {
            watching = watching(rows);
            present = reader.read(rows.paths(watching));
        }
        Map<InForm, List<Update>> groups = new HashMap<>();
        for (Map.Entry<Row, List<InForm>> watched : watching.entrySet()) {
            List<Fact> facts = present.get(watched.getKey());
            if (facts == null) lost(watched.getKey(), deliveries);
            else watched.getValue().forEach(group -> groups.put(group, updates(facts, group)));
        }
        return new Read(watching.keySet(), groups);
    }

    private Map<Row, List<InForm>> watching(ToRead rows) {
        return rows.rows().stream()
                .collect(Collectors.toMap(
                        row -> row, row -> List.copyOf(watched.of(row).values())));
    }

    /** Answers whether there is more to be read than before. To be asked when something was read: what was in it is here by then. */
    private boolean addWhatBelongsTo(ToRead rows, @Nullable Commit told) {
        List<Predicate<Row>> others = new ArrayList<>(reader.inFlight(told));
        waiting.forEach(commit -> others.add(commit::concerns));
        boolean isMore = false;
        for (Predicate<Row> concerned : others) {
            if (rows.rows().stream().noneMatch(concerned)) continue;
            for (Row row : watched.rows().filter(concerned).toList()) isMore |= rows.add(row);
        }
        return isMore;
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
