package org.updatable.observer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.updatable.EntityChanged.Kind;
import org.updatable.Visible;
import org.updatable.change.Commit;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.RowEvent;
import org.updatable.change.Touched;
import org.updatable.counters.Counters;
import org.updatable.hub.Batch;
import org.updatable.hub.Connection;
import org.updatable.hub.Delivery;
import org.updatable.message.observer.Framing;
import org.updatable.message.observer.Key;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModels;
import org.updatable.model.Provider;
import org.updatable.observer.Observers.Joined;
import org.updatable.present.Filter;
import org.updatable.present.WholeRow;
import org.updatable.present.WholeRows;

class ObserversTest {
    private static final Visible ALL = Visible.everything();
    private static final Filter OURS = new Filter(Map.of("title", "ours"));

    private final EntityManagerFactory unit = Provider.ECLIPSELINK.unit("stories");
    private final LiveEntity stories = LiveModels.of(unit).named("story").orElseThrow();
    private final Queue<Runnable> lane = new ArrayDeque<>();
    private final Table table = new Table();
    private final Observers observers = new Observers(table, lane::add, new Counters());
    private final Ear mary = new Ear();
    private final Client maryHere = new Client(mary, null, "here");

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void aRowIsReadOnceForAllWhoMaySeeTheSame() {
        table.titles.put("1", "one");
        List<Ear> ears = Stream.generate(Ear::new).limit(100).toList();
        ears.forEach(ear -> observe(row(new Client(ear, null, "here"), "1"), ALL));
        ears.forEach(ear -> observe(selection(new Client(ear, null, "there"), Filter.NONE), ALL));
        table.reads = 0;

        commit("1", "two");

        assertThat(table.reads).isEqualTo(1);
        assertThat(ears).allSatisfy(ear -> assertThat(ear.told).hasSize(2).allMatch(text -> text.contains("two")));
    }

    @Test
    void theSecondOneWhoObservesCostsNoQuery() {
        table.titles.put("1", "one");
        observe(row(maryHere, "1"), ALL);
        observe(selection(maryHere, OURS), ALL);
        table.reads = 0;

        Client other = new Client(new Ear(), null, "here");
        observe(row(other, "1"), ALL);
        observe(selection(other, OURS), ALL);

        assertThat(table.reads).isZero();
    }

    @Test
    void whatNobodyObservesIsNotRead() {
        table.titles.put("1", "one");
        commit("1", "two");
        assertThat(lane).isEmpty();

        observe(row(maryHere, "1"), ALL);
        table.reads = 0;
        commit("2", "two");
        observers.leave(maryHere, every -> true);
        commit("1", "three");

        assertThat(table.reads).isZero();
        assertThat(mary.told).isEmpty();
    }

    @Test
    void commitsThatWaitShareARead() {
        observe(selection(maryHere, Filter.NONE), ALL);
        table.reads = 0;
        for (int i = 1; i <= 10; i++) {
            table.titles.put("" + i, "title");
            observers.accept(created("" + i));
        }
        work();

        assertThat(table.reads).isEqualTo(1);
        assertThat(mary.told).hasSize(10).allMatch(text -> text.contains("\"create\""));
    }

    @Test
    void whatCouldNotBeReadIsReadLater() {
        table.titles.put("1", "one");
        observe(row(maryHere, "1"), ALL);
        table.isAway = true;
        commit("1", "two");
        assertThat(mary.told).isEmpty();

        table.isAway = false;
        observers.tick();
        work();

        assertThat(mary.told).singleElement().asString().contains("two");
    }

    @Test
    void ofALargeTableItIsToldWhatIsKnown() {
        for (int i = 1; i <= 10_001; i++) table.titles.put("" + i, "title");
        observe(selection(maryHere, Filter.NONE), ALL);

        commit("1", "other");
        table.titles.put("x", "new");
        observers.accept(created("x"));
        work();
        table.titles.remove("2");
        observers.accept(touched("2"));
        work();

        assertThat(mary.actions()).containsExactly("update", "create", "delete");
    }

    @Test
    void aSelectionOfTooManyRowsIsRefused() {
        for (int i = 1; i <= 100_001; i++) table.titles.put("" + i, "ours");

        assertThat(observers.observe(selection(maryHere, OURS), ALL, () -> {})).isEqualTo(Joined.TOO_MANY);
    }

    @Test
    void whoSaidGoodbyeIsNotTakenForOneWhoHasComeBack() {
        table.titles.put("1", "one");
        observe(row(maryHere, "1"), ALL);
        observers.gone(maryHere, false);
        observe(row(new Client(mary, null, "here"), "1"), ALL);
        assertThat(mary.told).isEmpty();
    }

    @Test
    void whoHasComeBackIsToldWhatIsThere() {
        table.titles.put("1", "one");
        observe(row(maryHere, "1"), ALL);
        observers.gone(maryHere, true);

        observe(row(new Client(new Ear(), null, "elsewhere"), "1"), ALL);
        observe(row(new Client(mary, null, "here"), "1"), ALL);

        assertThat(mary.actions()).containsExactly("update");
    }

    @Test
    void whatAClientHasNotTakenIsToldAsOne() {
        Framing framing = new Framing("1", null);
        Key key = new Key("1", "1");
        Event created = new Event(new Delivery.Subject("a", "1"), Event.Kind.CREATE, framing, key, null);
        Event updated = new Event(created.subject(), Event.Kind.UPDATE, framing, key, null);
        Event deleted = new Event(created.subject(), Event.Kind.DELETE, framing, key, null);

        assertThat(((Event) updated.after(created)).kind()).isEqualTo(Event.Kind.CREATE);
        assertThat(((Event) deleted.after(created)).kind()).isEqualTo(Event.Kind.DELETE);
        assertThat(((Event) deleted.after(updated)).kind()).isEqualTo(Event.Kind.DELETE);
        assertThat(((Event) created.after(deleted)).kind()).isEqualTo(Event.Kind.UPDATE);
    }

    /** Else an older answer could come after newer news. */
    @Test
    void newsDoNotReplaceThoseBeforeAnAnswer() {
        Observation observation = row(maryHere, "1");
        Delivery.Subject before = maryHere.about(observation, "1");
        maryHere.answer("{}");

        assertThat(maryHere.about(observation, "1")).isNotEqualTo(before);
    }

    private Observation row(Client client, String id) {
        return Observation.ofRow(client, new Framing("7", null), stories, false, new Key(id, id));
    }

    private Observation selection(Client client, Filter filter) {
        return Observation.ofSelection(client, new Framing("8", null), stories, filter);
    }

    private void observe(Observation observation, Visible visible) {
        assertThat(observers.observe(observation, visible, () -> {})).isEqualTo(Joined.OBSERVES);
    }

    private void commit(String id, String title) {
        table.titles.put(id, title);
        observers.accept(touched(id));
        work();
    }

    private void work() {
        while (!lane.isEmpty()) lane.remove().run();
    }

    private static Commit touched(String id) {
        return Commit.of(List.of(Touched.row(new Row("story", id))));
    }

    private static Commit created(String id) {
        Row row = new Row("story", id);
        return new Commit(
                List.of(Touched.row(row)),
                Map.of(),
                0,
                List.of(new RowEvent(row, Kind.CREATED, Set.of())),
                List.of(),
                null);
    }

    /** Rows with one field, and a filter that knows it. */
    private static final class Table implements Reader {
        final Map<String, String> titles = new TreeMap<>();
        int reads;
        boolean isAway;

        @Override
        public Map<String, WholeRow> of(
                LiveEntity entity, Visible visible, Collection<String> ids, Collection<Filter> filters) {
            read();
            Map<String, WholeRow> rows = new LinkedHashMap<>();
            for (String id : ids) {
                String title = titles.get(id);
                if (title != null)
                    rows.put(
                            id,
                            new WholeRow(
                                    id,
                                    id,
                                    new HashMap<>(Map.of("title", title)),
                                    filters.stream()
                                            .filter(filter -> passes(filter, title))
                                            .collect(Collectors.toSet())));
            }
            return rows;
        }

        @Override
        public WholeRows.Page page(LiveEntity entity, Visible visible, Filter filter, int offset, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> ids(LiveEntity entity, Visible visible, Filter filter, int most) {
            read();
            Set<String> ids = new LinkedHashSet<>();
            titles.forEach((id, title) -> {
                if (passes(filter, title) && ids.size() < most) ids.add(id);
            });
            return ids;
        }

        @Override
        public List<Touched> dependents(Collection<Fact> facts) {
            return List.of();
        }

        private void read() {
            if (isAway) throw new IllegalStateException("The database is away.");
            reads++;
        }

        private static boolean passes(Filter filter, String title) {
            return filter.values().isEmpty() || title.equals(filter.values().get("title"));
        }
    }

    /** Hears everything at once. */
    private static final class Ear implements Connection {
        final List<String> told = new ArrayList<>();

        @Override
        public void offer(Batch batch) {
            batch.all().stream().map(Delivery::message).forEach(told::add);
        }

        @Override
        public void drop(String group) {
            // nothing waits
        }

        List<String> actions() {
            return told.stream()
                    .map(text -> text.replaceFirst(".*\"action\":\"(\\w+)\".*", "$1"))
                    .toList();
        }
    }
}
