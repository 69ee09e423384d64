package org.updatable.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.updatable.change.Changed;
import org.updatable.change.Commit;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.counters.Counters;
import org.updatable.format.Form;
import org.updatable.message.Digest;
import org.updatable.message.Group;
import org.updatable.message.Update;

/** What changes without anybody saying so. */
class SweepTest {
    private static final String TITLE = "post-1-title";
    private static final Row POST = new Row("post", "1");

    private final Map<Row, String> titles = new HashMap<>(Map.of(POST, "A", new Row("post", "2"), "B"));
    private final List<Collection<Touched>> reads = new ArrayList<>();
    private final List<Touched> forgotten = new ArrayList<>();
    private final Hub hub = new Hub(new Database(), SweepTest::updates, Runnable::run, 1_000, new Counters());
    private final Browser mary = new Browser();

    SweepTest() {
        hub.opened(mary);
        watches(TITLE, "A");
        watches("post-2-title", "B");
        reads.clear();
    }

    @Test
    void whatIsShownAsItIsIsNotFound() {
        assertThat(swept()).isEmpty();
        assertThat(reads).hasSize(1);
        assertThat(reads.get(0)).as("one query for each entity").hasSize(1);
    }

    @Test
    void whatIsNotRememberedIsRead() {
        swept();
        assertThat(forgotten).containsExactly(new Touched("post", Set.of("1", "2"), Set.of()));
    }

    @Test
    void aRowThatDiffersIsFoundUntilItIsTold() {
        titles.put(POST, "C");
        Touched post = Touched.row(POST);
        assertThat(swept()).containsExactly(post);
        assertThat(swept()).containsExactly(post);

        hub.accept(Commit.of(List.of(post)));
        assertThat(mary.told).isNotEmpty();
        assertThat(swept()).isEmpty();
    }

    @Test
    void aRowThatIsGoneIsFoundOnce() {
        titles.remove(POST);
        assertThat(swept()).containsExactly(Touched.row(POST));
        assertThat(swept()).isEmpty();
        titles.put(POST, "A");
        swept();
        titles.remove(POST);
        assertThat(swept()).containsExactly(Touched.row(POST));
    }

    @Test
    void whereNobodyWatchesNothingIsRead() {
        hub.closed(mary);
        assertThat(swept()).isEmpty();
        assertThat(reads).isEmpty();
    }

    @Test
    void aSweepThatIsNotOverIsNotFollowedByAnother() {
        List<Runnable> works = new ArrayList<>();
        Hub busy = new Hub(new Database(), SweepTest::updates, works::add, 1_000, new Counters());
        busy.sweep(found -> {});
        busy.sweep(found -> {});
        assertThat(works).hasSize(1);
        works.remove(0).run();
        busy.sweep(found -> {});
        assertThat(works).hasSize(1);
    }

    private List<Touched> swept() {
        List<Touched> all = new ArrayList<>();
        hub.sweep(all::addAll);
        return all;
    }

    /** Its page was rendered with this title. */
    private void watches(String group, String title) {
        hub.announce(mary, group, Instant.MAX);
        hub.catchUp(new Joining(mary, Map.of(group, Digest.of(List.of(Update.value(group, title)))), 1));
    }

    private static List<Update> updates(Fact fact, Group group, Form form) {
        return fact instanceof Changed changed ? List.of(Update.value(group.name(), changed.value())) : List.of();
    }

    private final class Database implements Hub.Reader {
        @Override
        public Map<Row, List<Fact>> read(Map<Touched, Set<String>> paths) {
            reads.add(List.copyOf(paths.keySet()));
            Map<Row, List<Fact>> rows = new HashMap<>();
            paths.keySet().forEach(touched -> touched.ids().forEach(id -> {
                Row row = new Row(touched.namespace(), id);
                String title = titles.get(row);
                if (title != null) rows.put(row, List.of(new Changed(row, "title", title)));
            }));
            return rows;
        }

        @Override
        public void forget(Collection<Touched> rows) {
            forgotten.addAll(rows);
        }
    }

    private static final class Browser implements Connection {
        private final List<Object> told = new ArrayList<>();

        @Override
        public void offer(Batch batch) {
            told.addAll(batch.all());
        }

        @Override
        public void drop(String group) {}
    }
}
