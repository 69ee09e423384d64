package org.updatable.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.updatable.EntityChanged.Kind;
import org.updatable.change.Changed;
import org.updatable.change.Commit;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.RowEvent;
import org.updatable.change.Touched;

class ActorsTest {
    private static final Row ROW = new Row("story", "1");
    private static final Row OTHER = new Row("story", "2");

    private final Actors actors = new Actors();

    @Test
    void whoHasChangedARowLastIsRemembered() {
        actors.remember(changed("ann", ROW, OTHER));
        actors.remember(changed("ben", ROW));
        assertThat(actors.of(ROW)).contains("ben");
        assertThat(actors.of(OTHER)).contains("ann");
    }

    @Test
    void nobodyIsNamedForWhatNobodyKnowsWhoHasDone() {
        actors.remember(changed("ann", ROW, OTHER));
        actors.remember(changed(null, ROW));
        assertThat(actors.of(ROW)).isEmpty();
        actors.remember(Commit.of(List.of(Touched.row(OTHER))));
        assertThat(actors.of(OTHER)).isEmpty();
        actors.remember(changed("ann", ROW, OTHER));
        actors.remember(Commit.of(List.of(Touched.all("story"))));
        assertThat(actors.of(ROW)).isEmpty();
        assertThat(actors.of(OTHER)).isEmpty();
    }

    @Test
    void whatWasLongAgoIsForgotten() {
        actors.remember(changed("ann", ROW));
        for (int id = 2; id <= 10_000; id++) actors.remember(changed("ben", new Row("story", String.valueOf(id))));
        assertThat(actors.of(ROW)).contains("ann");
        for (int id = 10_001; id <= 20_000; id++) actors.remember(changed("ben", new Row("story", String.valueOf(id))));
        assertThat(actors.of(ROW)).isEmpty();
    }

    private static Commit changed(@Nullable String actor, Row... rows) {
        List<Fact> facts = List.of(rows).stream()
                .<Fact>map(row -> new Changed(row, "title", "A"))
                .toList();
        List<RowEvent> events = List.of(rows).stream()
                .map(row -> new RowEvent(row, Kind.UPDATED, Set.of("title")))
                .toList();
        return new Commit(facts, Map.of(), 0, events, List.of(), actor);
    }
}
