package org.updatable.capture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.transaction.Status;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.updatable.EntityChanged;
import org.updatable.change.Changed;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModels;

class CaptureTest {
    private static final EntityManagerFactory UNIT = Persistence.createEntityManagerFactory("stories");
    private static final Row STORY = new Row("story", "1");

    private final LiveEntity story = LiveModels.of(UNIT).named("story").orElseThrow();
    private final RecordingCapture recording = new RecordingCapture();
    private final Capture capture = recording.capture;
    private final CommitSlot transaction = capture.localSlot();

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @AfterEach
    void leaveTheUnit() {
        UnitOfUpdates.enter(null);
    }

    @Test
    void whatWasSeenIsToldWhenTheTransactionCommitted() {
        sawTitle("B");
        assertThat(recording.commits).isEmpty();

        transaction.afterCompletion(Status.STATUS_COMMITTED);

        assertThat(recording.commits).containsExactly(List.of(new Changed(STORY, "title", "B")));
    }

    @Test
    void aRollbackTellsNothing() {
        sawTitle("B");
        transaction.afterCompletion(Status.STATUS_ROLLEDBACK);

        assertThat(recording.commits).isEmpty();
    }

    @Test
    void anObservationThatFailsReachesNobodyAndBecomesATouched() {
        sawTitle("B");
        capture.saw(() -> transaction, story, changes -> {
            throw new StackOverflowError("planted");
        });
        transaction.afterCompletion(Status.STATUS_COMMITTED);

        assertThat(recording.commits).containsExactly(List.of(Touched.all("story")));
    }

    @Test
    void theUnitAroundAChangeNamesActorAndTab() {
        UnitOfUpdates.enter(new UnitOfUpdates("mary", "tab-1", false));
        sawTitle("B");
        UnitOfUpdates.enter(null);
        transaction.afterCompletion(Status.STATUS_COMMITTED);

        assertThat(recording.events).extracting(EntityChanged::actor).containsExactly("mary");
        assertThat(recording.events).extracting(EntityChanged::tab).containsExactly("tab-1");
    }

    @Test
    void aMutedUnitEndsInOneTouched() {
        UnitOfUpdates.enter(new UnitOfUpdates("mary", null, true));
        sawTitle("B");
        transaction.afterCompletion(Status.STATUS_COMMITTED);

        assertThat(recording.commits).containsExactly(List.of(Touched.all("story")));
        assertThat(recording.events).isEmpty();
    }

    private void sawTitle(String title) {
        capture.saw(() -> transaction, story, changes -> changes.row(STORY, story.javaType(), 1L)
                .updated("title", "A", title));
    }
}
