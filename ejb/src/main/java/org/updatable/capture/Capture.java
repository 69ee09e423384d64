package org.updatable.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.updatable.Notification;
import org.updatable.change.ChangeSet;
import org.updatable.change.RowChange;
import org.updatable.counters.Failures;
import org.updatable.message.Update;
import org.updatable.model.LiveEntity;

/**
 * Where change sources say what they saw. Nothing that fails in here reaches the application's call: it becomes a
 * {@link org.updatable.change.Touched}.
 */
@ApplicationScoped
public class Capture {
    private static final Object SLOT = new Object();

    private static final Set<Integer> ROLLED_BACK =
            Set.of(Status.STATUS_MARKED_ROLLBACK, Status.STATUS_ROLLING_BACK, Status.STATUS_ROLLEDBACK);

    private volatile @Nullable Publication publication;
    private volatile @Nullable TransactionSynchronizationRegistry transactions;
    private volatile @Nullable OwnTransactions own;

    /** Made by the container. */
    public Capture() {}

    /** What this needs is handed over once: the container injects resources reliably into components only. */
    void begin(Publication publication, TransactionSynchronizationRegistry transactions, OwnTransactions own) {
        this.publication = publication;
        this.transactions = transactions;
        this.own = own;
    }

    /**
     * By which numbers the database of a unit knows its transactions.
     *
     * @param unit a persistence unit
     * @return the same for the same unit
     */
    public TransactionNumbers numbers(EntityManagerFactory unit) {
        return Objects.requireNonNull(own).of(unit);
    }

    /**
     * A row of an entity changes. Never throws.
     *
     * @param slot gives the slot of the transaction that changes it
     * @param entity the entity
     * @param instance the instance whose row it is
     * @param observation writes down what was seen; when it throws, the entity counts as touched
     */
    public void saw(Supplier<CommitSlot> slot, LiveEntity entity, Object instance, Consumer<RowObserver> observation) {
        saw(slot, Set.of(entity), changes -> {
            try {
                Object id = entity.idOf(instance).orElseThrow();
                RowChange change = changes.row(entity.row(id), entity.javaType(), id);
                observation.accept(new RowObserver(entity, instance, change));
                change.mayDifferWithIt(entity.contexts().keySet());
            } catch (Throwable failure) {
                Failures.report("A change of " + entity.namespace() + " was not understood. Pages read it.", failure);
                changes.touched(entity.namespace());
            }
        });
    }

    /**
     * A row of an entity changes, and nobody knows which. Never throws.
     *
     * @param slot gives the slot of the transaction that changes it
     * @param entity the entity
     */
    public void touched(Supplier<CommitSlot> slot, LiveEntity entity) {
        touched(slot, Set.of(entity));
    }

    /**
     * A statement changes rows, and nobody knows which. Never throws.
     *
     * @param slot gives the slot of the transaction in which it runs
     * @param tables all that it may change
     * @param statement which of them it changes; when it throws, all of them count as changed
     */
    public void touched(Supplier<CommitSlot> slot, Tables tables, Function<Tables, Collection<LiveEntity>> statement) {
        touched(slot, changed(tables, statement));
    }

    /**
     * A statement changes rows, and nobody knows which, and when that is committed. Never throws.
     *
     * @param tables all that it may change
     * @param statement which of them it changes; when it throws, all of them count as changed
     */
    public void touchedNowOrLater(Tables tables, Function<Tables, Collection<LiveEntity>> statement) {
        Collection<LiveEntity> changed = changed(tables, statement);
        if (!changed.isEmpty()) publication().doubtful(touched(changed));
    }

    private static Collection<LiveEntity> changed(Tables tables, Function<Tables, Collection<LiveEntity>> statement) {
        try {
            return statement.apply(tables);
        } catch (Throwable failure) {
            Failures.report("A statement was not understood. Pages read all that it may have changed.", failure);
            return tables.all();
        }
    }

    private void touched(Supplier<CommitSlot> slot, Collection<LiveEntity> entities) {
        if (!entities.isEmpty())
            saw(slot, entities, changes -> entities.forEach(entity -> changes.touched(entity.namespace())));
    }

    private static ChangeSet touched(Collection<LiveEntity> entities) {
        ChangeSet changes = new ChangeSet();
        entities.forEach(entity -> changes.touched(entity.namespace()));
        return changes;
    }

    private void saw(Supplier<CommitSlot> slot, Collection<LiveEntity> entities, Consumer<ChangeSet> what) {
        CommitSlot found;
        try {
            found = slot.get();
            found.joins(UnitOfUpdates.current());
        } catch (Throwable failure) {
            Failures.report("A change came without a transaction to wait for. Pages read it now and later.", failure);
            publication().doubtful(touched(entities));
            return;
        }
        what.accept(found.changes());
    }

    /**
     * Something changed that nobody saw: it is told when this thread's transaction commits, or now when there is none.
     *
     * @param what writes down what changed
     */
    void touch(Consumer<ChangeSet> what) {
        try {
            afterCommit(what);
        } catch (RuntimeException failure) {
            Failures.report(
                    "What was touched has found no transaction to wait for. Pages read it now and later.", failure);
            ChangeSet changes = new ChangeSet();
            what.accept(changes);
            publication().doubtful(changes);
        }
    }

    /** Says something of the application's own, when this thread's transaction commits, or now when there is none. */
    void send(List<Update> updates) {
        try {
            afterCommit(changes -> updates.forEach(changes::said));
        } catch (RuntimeException failure) {
            Failures.report("An update has found no transaction to wait for, and is not sent.", failure);
        }
    }

    /** Announces something, when this thread's transaction commits, or now when there is none. */
    void announce(Notification notification) {
        try {
            afterCommit(changes -> changes.announced(notification));
        } catch (RuntimeException failure) {
            Failures.report("A notification has found no transaction to wait for, and is not sent.", failure);
        }
    }

    private void afterCommit(Consumer<ChangeSet> what) {
        int status = Objects.requireNonNull(transactions).getTransactionStatus();
        if (ROLLED_BACK.contains(status)) return;
        ChangeSet changes = status == Status.STATUS_ACTIVE ? jtaSlot().changes() : new ChangeSet();
        what.accept(changes);
        if (status != Status.STATUS_ACTIVE) publication().committed(changes, null);
    }

    /**
     * Whether this thread is in a JTA transaction.
     *
     * @return whether to ask for the {@link #jtaSlot}
     */
    public boolean isInTransaction() {
        return Objects.requireNonNull(transactions).getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    /**
     * The slot of this thread's JTA transaction. It is published when that commits, also when this is called during
     * the commit's own flush.
     *
     * @return always the same one during a transaction
     * @throws IllegalStateException when there is no transaction
     */
    public CommitSlot jtaSlot() {
        TransactionSynchronizationRegistry registry = Objects.requireNonNull(transactions);
        CommitSlot slot = slot(registry);
        if (!slot.awaitsCommit()) {
            registry.registerInterposedSynchronization(slot);
            slot.awaitCommit();
        }
        return slot;
    }

    /**
     * A slot for a transaction of the provider's own.
     *
     * @return a new slot, to be told when that transaction commits
     */
    public CommitSlot localSlot() {
        return new CommitSlot(publication());
    }

    /** A business method begins inside a transaction, which then belongs to its unit even if it flushes later. */
    void entered(UnitOfUpdates unit) {
        TransactionSynchronizationRegistry registry = transactions;
        if (registry != null && registry.getTransactionStatus() == Status.STATUS_ACTIVE)
            slot(registry).joins(unit);
    }

    private CommitSlot slot(TransactionSynchronizationRegistry registry) {
        if (registry.getResource(SLOT) instanceof CommitSlot slot) return slot;
        CommitSlot slot = new CommitSlot(publication());
        registry.putResource(SLOT, slot);
        return slot;
    }

    private Publication publication() {
        return Objects.requireNonNull(publication);
    }
}
