package org.updatable.capture.hibernate;

import java.sql.Connection;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import org.updatable.capture.Capture;
import org.updatable.capture.CommitSlot;
import org.updatable.capture.RowObserver;
import org.updatable.capture.Tables;
import org.updatable.capture.TransactionNumbers;
import org.updatable.model.LiveEntity;

/** Who the listeners of one unit tell what they hear. */
final class Observer {
    private final Collection<LiveEntity> entities;
    private final Tables tables;
    private final Capture capture;
    private final boolean jta;
    private final Function<@Nullable SharedSessionContractImplementor, CommitSlot> slots;

    /** @param jta whether the unit takes part in JTA */
    Observer(Collection<LiveEntity> entities, Tables tables, Capture capture, TransactionNumbers numbers, boolean jta) {
        this.entities = entities;
        this.tables = tables;
        this.capture = capture;
        this.jta = jta;
        LocalTransactions local = new LocalTransactions(capture);
        this.slots = session -> {
            CommitSlot slot = jta ? capture.jtaSlot() : local.slot(session);
            return session == null ? slot : numbers.numbered(slot, borrower -> borrower.borrow(connection(session)));
        };
    }

    /** Something happens to the row of an instance; nothing is written down when that is not live. */
    void saw(
            Object instance,
            @Nullable SharedSessionContractImplementor session,
            BiConsumer<LiveEntity, RowObserver> what) {
        for (LiveEntity entity : entities) {
            if (entity.javaType().isInstance(instance))
                capture.saw(() -> slots.apply(session), entity, instance, row -> what.accept(entity, row));
        }
    }

    /** Something happens to a row of a class, and nobody knows to which. Never throws. */
    void touched(Supplier<Class<?>> type, SharedSessionContractImplementor session) {
        for (LiveEntity entity : entities) if (mayBe(entity, type)) capture.touched(() -> slots.apply(session), entity);
    }

    /** A row of any entity is deleted, after which the database may delete or change rows of live ones. Never throws. */
    void deleted(EntityPersister from, @Nullable SharedSessionContractImplementor session) {
        if (tables.changedByDeletingFrom(Mapping.tables(from)).isEmpty()) return;
        capture.touched(() -> slots.apply(session), tables, known -> known.changedByDeletingFrom(Mapping.tables(from)));
    }

    /** A statement that the application has written itself runs. Never throws. */
    void statement(String sql, SharedSessionContractImplementor session) {
        Function<Tables, Collection<LiveEntity>> statement = known -> known.changedBy(sql);
        if (session.isTransactionInProgress()) capture.touched(() -> slots.apply(session), tables, statement);
        else capture.touchedNowOrLater(tables, statement);
    }

    /** A procedure of the database is called, by a session that is not known. Never throws. */
    void call() {
        if (jta && capture.isInTransaction()) capture.touched(capture::jtaSlot, tables, Tables::all);
        else capture.touchedNowOrLater(tables, Tables::all);
    }

    private static Connection connection(SharedSessionContractImplementor session) {
        return session.getJdbcCoordinator().getLogicalConnection().getPhysicalConnection();
    }

    private static boolean mayBe(LiveEntity entity, Supplier<Class<?>> type) {
        try {
            return entity.javaType().isAssignableFrom(type.get());
        } catch (RuntimeException | LinkageError notKnown) {
            return true;
        }
    }
}
