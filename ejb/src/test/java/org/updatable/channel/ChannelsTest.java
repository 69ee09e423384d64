package org.updatable.channel;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.updatable.EntityChanged.Kind;
import org.updatable.Notification;
import org.updatable.change.Changed;
import org.updatable.change.Commit;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.RowEvent;
import org.updatable.change.Touched;
import org.updatable.model.LiveModels;
import org.updatable.model.Provider;

class ChannelsTest {
    private static final Row ROW = new Row("leaflet", "1");

    private final EntityManagerFactory unit = Provider.ECLIPSELINK.unit("stories");
    private final Channels channels = channels();

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void aRowThatIsSavedIsAnnouncedWithItsFields() {
        assertThat(announced(new RowEvent(ROW, Kind.UPDATED, Set.of("text", "count")), new Changed(ROW, "text", "a")))
                .containsExactly(
                        Map.of("pk", 1L, "event", "save", "model", "Leaflet", "fields", List.of("count", "text")));
    }

    @Test
    void aRowThatIsNewSaysSo() {
        assertThat(announced(new RowEvent(ROW, Kind.CREATED, Set.of("text")), new Changed(ROW, "text", "a")))
                .containsExactly(Map.of(
                        "pk", 1L, "event", "save", "model", "Leaflet", "created", true, "fields", List.of("text")));
    }

    @Test
    void aRowThatIsDeletedIsAnnouncedOnce() {
        assertThat(announced(new RowEvent(ROW, Kind.DELETED, Set.of()), Touched.row(ROW)))
                .containsExactly(Map.of("pk", 1L, "event", "delete", "model", "Leaflet"));
    }

    @Test
    void whatNobodyKnowsIsTouched() {
        assertThat(announced(commit(List.of(), List.of(), Touched.all("leaflet"))))
                .containsExactly(Map.of("event", "touched", "model", "Leaflet"));
        assertThat(announced(commit(List.of(), List.of(), Touched.row(ROW))))
                .containsExactly(Map.of("pk", 1L, "event", "touched", "model", "Leaflet"));
    }

    @Test
    void whatOnlyHasToBeReadOfARowIsNoNews() {
        Commit commit = commit(List.of(), List.of(), Touched.row(ROW, "text"), new Changed(ROW, "text", "same", false));

        assertThat(channels.concerned(commit)).isEmpty();
        assertThat(announced(commit)).isEmpty();
    }

    @Test
    void whatTheApplicationAnnouncesFollows() {
        Notification own = new Notification("leaflet", Map.of("a", 1));
        Notification other = new Notification("reports", Map.of());
        Commit commit =
                commit(List.of(new RowEvent(ROW, Kind.DELETED, Set.of())), List.of(own, other), Touched.row(ROW));

        assertThat(channels.concerned(commit)).containsExactly("leaflet", "reports");
        assertThat(announced(commit))
                .containsExactly(Map.of("pk", 1L, "event", "delete", "model", "Leaflet"), Map.of("a", 1));
        assertThat(channels.announced(commit, "reports")).containsExactly(other);
    }

    @SuppressWarnings("UnnecessaryAssignment") // no container injects here
    private Channels channels() {
        Channels all = new Channels();
        all.model = LiveModels.of(unit);
        return all;
    }

    private List<Map<String, Object>> announced(RowEvent event, Fact fact) {
        return announced(commit(List.of(event), List.of(), fact));
    }

    private List<Map<String, Object>> announced(Commit commit) {
        return channels.announced(commit, "leaflet").stream()
                .map(Notification::payload)
                .toList();
    }

    private static Commit commit(List<RowEvent> events, List<Notification> notifications, Fact... facts) {
        return new Commit(List.of(facts), Map.of(), 0, events, notifications, null);
    }
}
