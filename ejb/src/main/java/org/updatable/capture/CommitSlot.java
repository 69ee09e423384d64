package org.updatable.capture;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updatable.change.ChangeSet;
import org.updatable.change.Commit;

/** What one transaction changed, and in which unit: held until it commits, forgotten when it does not. */
public final class CommitSlot implements Synchronization {
    private final Publication publication;
    private final ChangeSet changes = new ChangeSet();
    private @Nullable UnitOfUpdates unit;
    private boolean hasBegun;
    private boolean awaitsCommit;
    private boolean completed;
    private final Map<TransactionNumbers, String> numbers = new HashMap<>();

    CommitSlot(Publication publication) {
        this.publication = publication;
    }

    /** The transaction's work is part of a unit. The first one names actor and tab, every one can mute. */
    void joins(@Nullable UnitOfUpdates joined) {
        if (joined == null) return;
        if (unit == null) unit = joined;
        if (joined.muted()) changes.mute();
    }

    /** What it changes, to be written into. */
    ChangeSet changes() {
        if (!hasBegun) {
            hasBegun = true;
            publication.begins(changes);
        }
        return changes;
    }

    boolean isNumbered(TransactionNumbers by) {
        return numbers.containsKey(by);
    }

    /** A database knows the transaction by a number. */
    void number(TransactionNumbers by, String number) {
        numbers.put(by, number);
    }

    boolean awaitsCommit() {
        return awaitsCommit;
    }

    void awaitCommit() {
        awaitsCommit = true;
    }

    /** The transaction committed. */
    public void committed() {
        ended(publication.committed(changes, unit));
    }

    private void ended(@Nullable Commit told) {
        numbers.forEach((by, number) -> by.ended(number, told));
    }

    /** Nothing is published here: under JTA this can run before the flush. */
    @Override
    public void beforeCompletion() {}

    /** Only the first call counts: on an XA data source Payara calls each interposed synchronization twice. */
    @Override
    public void afterCompletion(int status) {
        if (completed) return;
        completed = true;
        if (status == Status.STATUS_COMMITTED) {
            committed();
            return;
        }
        if (status == Status.STATUS_ROLLEDBACK) publication.rolledBack(changes);
        else publication.doubtful(changes);
        ended(null);
    }
}
