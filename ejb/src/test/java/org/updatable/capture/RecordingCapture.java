package org.updatable.capture;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updatable.EntityChanged;
import org.updatable.backplane.Backplane;
import org.updatable.backplane.InFlight;
import org.updatable.backplane.LocalBackplane;
import org.updatable.change.Changed;
import org.updatable.change.Fact;

/** The capture of one node, and what it told: the facts of each commit, and the events. */
public final class RecordingCapture {
    /** What changed by each. */
    public final List<List<Fact>> commits = new ArrayList<>();

    /** What the provider has written without a change, since it writes whole rows. */
    public final List<Changed> rewritten = new ArrayList<>();

    public final List<EntityChanged> events = new ArrayList<>();
    public final List<Runnable> later = new ArrayList<>();
    public final Capture capture = new Capture();
    public final InFlight inFlight = new InFlight();
    public final OwnTransactions own = new OwnTransactions();
    final OneTransaction transaction = new OneTransaction();

    public RecordingCapture() {
        this(new LocalBackplane());
    }

    public RecordingCapture(Backplane backplane) {
        backplane.subscribe(commit -> hear(commit.facts()));
        capture.begin(
                new Publication(backplane, inFlight, new OtherPrograms(), events::add, Runnable::run, later::add),
                transaction,
                own);
    }

    private void hear(List<Fact> facts) {
        List<Fact> changes = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Changed changed && !changed.isNew()) rewritten.add(changed);
            else changes.add(fact);
        }
        if (!changes.isEmpty()) commits.add(changes);
    }

    /** A JTA transaction that is active until it is told how it ends. */
    static final class OneTransaction implements TransactionSynchronizationRegistry {
        private final Map<Object, Object> resources = new HashMap<>();
        private final List<Synchronization> synchronizations = new ArrayList<>();
        private int status = Status.STATUS_ACTIVE;

        void ends(int status) {
            this.status = status;
            synchronizations.forEach(synchronization -> synchronization.afterCompletion(status));
        }

        @Override
        public Object getTransactionKey() {
            return this;
        }

        @Override
        public void putResource(Object key, Object value) {
            resources.put(key, value);
        }

        @Override
        public @Nullable Object getResource(Object key) {
            return resources.get(key);
        }

        @Override
        public void registerInterposedSynchronization(Synchronization synchronization) {
            if (status != Status.STATUS_ACTIVE) throw new IllegalStateException("no transaction");
            synchronizations.add(synchronization);
        }

        @Override
        public int getTransactionStatus() {
            return status;
        }

        @Override
        public void setRollbackOnly() {
            status = Status.STATUS_MARKED_ROLLBACK;
        }

        @Override
        public boolean getRollbackOnly() {
            return status == Status.STATUS_MARKED_ROLLBACK;
        }
    }
}
