package org.updatable.capture.hibernate;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;
import org.updatable.capture.Capture;
import org.updatable.capture.CommitSlot;

/** The slots of units that do not take part in JTA (RESOURCE_LOCAL): one for each transaction of a session. */
final class LocalTransactions {
    private final Capture capture;
    private final Map<SharedSessionContractImplementor, CommitSlot> slots =
            Collections.synchronizedMap(new WeakHashMap<>());

    LocalTransactions(Capture capture) {
        this.capture = capture;
    }

    /**
     * The slot of a session's transaction.
     *
     * @param session null for a stateless one of which an event does not say which it is
     * @throws RuntimeException when there is no transaction
     */
    CommitSlot slot(@Nullable SharedSessionContractImplementor session) {
        return slots.computeIfAbsent(Objects.requireNonNull(session), this::open);
    }

    private CommitSlot open(SharedSessionContractImplementor session) {
        CommitSlot slot = capture.localSlot();
        session.getTransaction().registerSynchronization(new Outcome(slot, session));
        return slot;
    }

    /** ORM 6 calls it unknown when a transaction was rolled back: what was never asked to commit was. */
    private final class Outcome implements Synchronization {
        private final CommitSlot slot;
        private final SharedSessionContractImplementor session;
        private boolean commits;

        Outcome(CommitSlot slot, SharedSessionContractImplementor session) {
            this.slot = slot;
            this.session = session;
        }

        @Override
        public void beforeCompletion() {
            commits = true;
        }

        @Override
        public void afterCompletion(int status) {
            slots.remove(session);
            if (status == Status.STATUS_COMMITTED) slot.afterCompletion(status);
            else slot.afterCompletion(commits ? Status.STATUS_UNKNOWN : Status.STATUS_ROLLEDBACK);
        }
    }
}
