package org.updatable.capture;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.updatable.EntityChanged;
import org.updatable.backplane.Backplane;
import org.updatable.backplane.InFlight;
import org.updatable.change.ChangeSet;
import org.updatable.change.Commit;
import org.updatable.counters.Failures;

/** Tells the others what a transaction committed. Never throws: the transaction is over, its caller must not notice. */
final class Publication {
    private final Backplane backplane;
    private final InFlight inFlight;
    private final OtherPrograms otherPrograms;
    private final Consumer<EntityChanged> observers;
    private final Executor afterwards;
    private final Executor later;

    /**
     * @param backplane takes the facts
     * @param inFlight knows what is not published yet
     * @param otherPrograms are told what is announced
     * @param observers the application's
     * @param afterwards tells the observers, in order and not on the committing thread
     * @param later does something after a few seconds
     */
    Publication(
            Backplane backplane,
            InFlight inFlight,
            OtherPrograms otherPrograms,
            Consumer<EntityChanged> observers,
            Executor afterwards,
            Executor later) {
        this.backplane = backplane;
        this.inFlight = inFlight;
        this.otherPrograms = otherPrograms;
        this.observers = observers;
        this.afterwards = afterwards;
        this.later = later;
    }

    /** A transaction is about to change something. */
    void begins(ChangeSet changes) {
        inFlight.begin(changes);
    }

    /** It was rolled back. */
    void rolledBack(ChangeSet changes) {
        inFlight.end(changes);
    }

    /** The transaction committed. Answers what it has told; null when that is not certain. */
    @Nullable
    Commit committed(ChangeSet changes, @Nullable UnitOfUpdates unit) {
        Commit told = null;
        try {
            String actor = unit == null ? null : unit.actor();
            Commit commit = changes.commit(actor);
            if (commit.isEmpty() || published(commit)) told = commit;
            else doubtful(changes);
            otherPrograms.tell(commit.notifications());
            List<EntityChanged> changed = changes.events(actor, unit == null ? null : unit.tab());
            if (!changed.isEmpty()) afterwards.execute(() -> changed.forEach(this::fire));
        } catch (Throwable failure) {
            Failures.report("A commit could not be told. It is told as \"something changed\".", failure);
            doubtful(changes);
        } finally {
            inFlight.end(changes);
        }
        return told;
    }

    /** The transaction may have committed, or may still do so: who shows its rows reads them, now and a little later. */
    void doubtful(ChangeSet changes) {
        try {
            changes.doubt();
            Commit commit = changes.commit();
            if (commit.facts().isEmpty()) return;
            published(commit);
            later.execute(() -> published(changes.commit())); // as of then
        } catch (Throwable failure) {
            Failures.report("A commit could not be told at all: pages show old values until they are loaded.", failure);
        } finally {
            inFlight.end(changes);
        }
    }

    private boolean published(Commit commit) {
        try {
            backplane.publish(commit);
            return true;
        } catch (Throwable failure) {
            Failures.report("The backplane refused a commit. It is offered again as \"something changed\".", failure);
            return false;
        }
    }

    private void fire(EntityChanged changed) {
        try {
            observers.accept(changed);
        } catch (RuntimeException thrown) {
            Failures.report("An observer of EntityChanged failed; the other rows of the commit go on.", thrown);
        }
    }
}
