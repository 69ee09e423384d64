package org.updatable.capture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.updatable.EntityChanged;
import org.updatable.backplane.Backplane;
import org.updatable.change.Changed;
import org.updatable.change.Commit;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Said;
import org.updatable.change.Touched;
import org.updatable.message.Update;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModels;
import org.updatable.model.LiveProperty;
import org.updatable.model.Provider;
import org.updatable.model.Story;

class CaptureTest {
    private static final EntityManagerFactory UNIT = Provider.ECLIPSELINK.unit("stories");
    private static final Row STORY = new Row("story", "1");
    private static final List<Fact> TITLE_IS_B = List.of(new Changed(STORY, "title", "B"));
    private static final List<Fact> STORIES_TOUCHED = List.of(Touched.all("story"));

    private final LiveEntity story = LiveModels.of(UNIT).named("story").orElseThrow();
    private final LiveProperty title = Objects.requireNonNull(story.properties().get("title"));
    private final RecordingCapture recording = new RecordingCapture();

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

        recording.transaction.ends(Status.STATUS_COMMITTED);

        assertThat(recording.commits).containsExactly(TITLE_IS_B);
    }

    @Test
    void whatIsSentLeavesWithTheCommitAndOnlyTheLastOfIt() {
        recording.capture.send(List.of(Update.value("post-1-like.23", 1), Update.toggleClass("post-1-a", "b", true)));
        recording.capture.send(List.of(Update.value("post-1-like.23", 2)));
        sawTitle("B");
        assertThat(recording.commits).isEmpty();

        recording.transaction.ends(Status.STATUS_COMMITTED);

        assertThat(recording.commits)
                .containsExactly(List.of(
                        new Changed(STORY, "title", "B"),
                        new Said(Update.toggleClass("post-1-a", "b", true)),
                        new Said(Update.value("post-1-like.23", 2))));
    }

    @Test
    void whatIsSentInATransactionThatRollsBackIsNotSent() {
        recording.capture.send(List.of(Update.value("post-1-like.23", 1)));
        recording.transaction.setRollbackOnly();
        recording.capture.send(List.of(Update.value("post-1-like.24", 1)));
        recording.transaction.ends(Status.STATUS_ROLLEDBACK);

        assertThat(recording.commits).isEmpty();
    }

    @Test
    void whatIsSentInATransactionWhoseEndIsNotKnownIsReadAndNotSent() {
        recording.capture.send(List.of(Update.value("post-1-like.23", 1)));
        recording.transaction.ends(Status.STATUS_UNKNOWN);

        assertThat(recording.commits).containsExactly(List.of(Touched.row(new Row("post", "1"))));
    }

    @Test
    void whatCannotWaitForItsTransactionFailsNobody() {
        Capture late = new Capture();
        late.send(List.of(Update.value("post-1-like.23", 1)));

        assertThat(recording.commits).isEmpty();
    }

    @Test
    void whatIsSentOutsideOfATransactionLeavesAtOnce() {
        recording.transaction.ends(Status.STATUS_NO_TRANSACTION);
        recording.capture.send(List.of(Update.value("post-1-like.23", 1)));

        assertThat(recording.commits).containsExactly(List.of(new Said(Update.value("post-1-like.23", 1))));
    }

    @Test
    void aTransactionIsToldOnceHoweverOftenItFlushes() {
        sawTitle("A2");
        sawTitle("B");
        recording.transaction.ends(Status.STATUS_COMMITTED);

        assertThat(recording.commits).containsExactly(TITLE_IS_B);
    }

    @Test
    void aTransactionIsToldOnceHoweverOftenItsEndIsReported() {
        sawTitle("B");
        recording.transaction.ends(Status.STATUS_COMMITTED);
        recording.transaction.ends(Status.STATUS_COMMITTED);

        assertThat(recording.commits).containsExactly(TITLE_IS_B);
    }

    @Test
    void aRollbackTellsNothing() {
        sawTitle("B");
        recording.transaction.ends(Status.STATUS_ROLLEDBACK);

        assertThat(recording.commits).isEmpty();
        assertThat(recording.later).isEmpty();
    }

    @Test
    void anOutcomeThatIsNotKnownIsATouchedNowAndLater() {
        sawTitle("B");
        recording.transaction.ends(Status.STATUS_UNKNOWN);
        assertThat(recording.commits).containsExactly(STORIES_TOUCHED);

        recording.later.forEach(Runnable::run);
        assertThat(recording.commits).containsExactly(STORIES_TOUCHED, STORIES_TOUCHED);
        assertThat(recording.events).isEmpty();
    }

    @Test
    void anObservationThatFailsReachesNobodyAndBecomesATouched() {
        sawTitle("B");
        recording.capture.saw(recording.capture::jtaSlot, story, new Story(1L, "B"), row -> {
            throw new StackOverflowError("planted");
        });
        recording.transaction.ends(Status.STATUS_COMMITTED);

        assertThat(recording.commits).containsExactly(STORIES_TOUCHED);
    }

    @Test
    void aChangeWithoutATransactionIsATouchedNowAndLater() {
        recording.transaction.ends(Status.STATUS_NO_TRANSACTION);
        sawTitle("B");

        assertThat(recording.commits).containsExactly(STORIES_TOUCHED);
        assertThat(recording.later).hasSize(1);
    }

    @Test
    void whatTheBackplaneRefusesIsATouchedALittleLater() {
        BrokenBackplane backplane = new BrokenBackplane();
        RecordingCapture broken = new RecordingCapture(backplane);
        broken.capture.saw(broken.capture::jtaSlot, story, new Story(1L, "B"), row -> row.updated(this.title, "A"));
        broken.transaction.ends(Status.STATUS_COMMITTED);
        assertThat(broken.commits).isEmpty();

        backplane.isBroken = false;
        broken.later.forEach(Runnable::run);
        assertThat(broken.commits).containsExactly(STORIES_TOUCHED);
    }

    @Test
    void theUnitAroundAChangeNamesActorAndTab() {
        UnitOfUpdates.enter(new UnitOfUpdates("mary", "tab-1", false));
        sawTitle("B");
        UnitOfUpdates.enter(null);
        recording.transaction.ends(Status.STATUS_COMMITTED);

        assertThat(recording.events).extracting(EntityChanged::actor).containsExactly("mary");
        assertThat(recording.events).extracting(EntityChanged::tab).containsExactly("tab-1");
    }

    @Test
    void aTransactionBelongsToTheUnitThatItWasEnteredBy() {
        recording.capture.entered(new UnitOfUpdates("mary", "tab-1", false));
        sawTitle("B"); // as when the container commits after the interceptor has returned
        recording.transaction.ends(Status.STATUS_COMMITTED);

        assertThat(recording.events).extracting(EntityChanged::actor).containsExactly("mary");
    }

    @Test
    void aMutedUnitEndsInOneTouched() {
        recording.capture.entered(new UnitOfUpdates("mary", null, false));
        recording.capture.entered(new UnitOfUpdates("mary", null, true));
        sawTitle("B");
        recording.transaction.ends(Status.STATUS_COMMITTED);

        assertThat(recording.commits).containsExactly(STORIES_TOUCHED);
        assertThat(recording.events).isEmpty();
    }

    private void sawTitle(String title) {
        recording.capture.saw(
                recording.capture::jtaSlot, story, new Story(1L, title), row -> row.updated(this.title, "A"));
    }

    private static final class BrokenBackplane implements Backplane {
        private final List<Consumer<Commit>> subscribers = new ArrayList<>();
        boolean isBroken = true;

        @Override
        public void publish(Commit commit) {
            if (isBroken) throw new IllegalStateException("planted");
            subscribers.forEach(subscriber -> subscriber.accept(commit));
        }

        @Override
        public void deliver(Commit commit) {
            publish(commit);
        }

        @Override
        public void subscribe(Consumer<Commit> subscriber) {
            subscribers.add(subscriber);
        }
    }
}
