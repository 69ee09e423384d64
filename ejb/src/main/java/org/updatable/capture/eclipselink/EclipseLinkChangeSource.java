package org.updatable.capture.eclipselink;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.updatable.capture.Capture;
import org.updatable.capture.ChangeSource;
import org.updatable.capture.CommitSlot;
import org.updatable.capture.Database;
import org.updatable.capture.Database.Borrower;
import org.updatable.capture.LiveTable;
import org.updatable.capture.Tables;
import org.updatable.capture.TransactionNumbers;
import org.updatable.model.LiveEntity;

/** Observes EclipseLink's descriptors; the application configures nothing. */
public final class EclipseLinkChangeSource implements ChangeSource {

    /** Made by the service loader. */
    public EclipseLinkChangeSource() {}

    @Override
    public boolean knows(EntityManagerFactory unit) {
        try {
            return unit.unwrap(ServerSession.class) != null;
        } catch (PersistenceException | ClassCastException anotherProvider) {
            return false;
        }
    }

    @Override
    public void observe(EntityManagerFactory unit, Collection<LiveEntity> entities, Capture capture) {
        ServerSession session = unit.unwrap(ServerSession.class);
        // Asked here, not at the flush: a unit of work answers that it has none.
        boolean jta = session.hasExternalTransactionController();
        if (!jta) session.getEventManager().addListener(new LocalCommits());
        Function<AbstractSession, CommitSlot> unnumbered =
                jta ? unitOfWork -> capture.jtaSlot() : unitOfWork -> LocalCommits.slot(unitOfWork, capture);
        TransactionNumbers numbers = capture.numbers(unit);
        Function<AbstractSession, CommitSlot> slots =
                unitOfWork -> numbers.numbered(unnumbered.apply(unitOfWork), borrower -> lend(unitOfWork, borrower));
        for (LiveEntity entity : entities) {
            for (ClassDescriptor descriptor : session.getDescriptors().values()) {
                if (entity.javaType().isAssignableFrom(descriptor.getJavaClass()))
                    descriptor.getEventManager().addListener(new EntityListener(descriptor, entity, capture, slots));
            }
        }
        Tables tables = Mapping.tables(session, entities);
        tables.learnForeignKeys(database(unit));
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            Set<String> deletedFrom = Set.copyOf(Mapping.tables(descriptor));
            if (!tables.changedByDeletingFrom(deletedFrom).isEmpty())
                descriptor.getEventManager().addListener(new DeletionListener(deletedFrom, tables, capture, slots));
        }
        // Outside of a transaction a query runs in no unit of work.
        Predicate<AbstractSession> isInTransaction =
                jta ? any -> capture.isInTransaction() : AbstractSession::isUnitOfWork;
        session.getEventManager().addListener(new StatementListener(tables, capture, isInTransaction, slots));
    }

    @Override
    public Database database(EntityManagerFactory unit) {
        ServerSession session = unit.unwrap(ServerSession.class);
        return borrower -> lend(session, borrower);
    }

    @Override
    public List<LiveTable> tables(EntityManagerFactory unit, Collection<LiveEntity> entities) {
        ServerSession session = unit.unwrap(ServerSession.class);
        return entities.stream()
                .flatMap(entity -> Columns.of(entity, session).stream())
                .toList();
    }

    @Override
    public void tick() {
        LostWakeUps.wake();
    }

    /** That of the transaction, once it has one. */
    private static void lend(AbstractSession unitOfWork, Borrower borrower) throws SQLException {
        if (unitOfWork.isInTransaction())
            borrower.borrow(unitOfWork.getAccessor().getConnection());
    }

    /** One of its own: a pool of EclipseLink's would keep it. */
    private static void lend(ServerSession session, Borrower borrower) throws SQLException {
        if (session.getDatasourceLogin().connectToDatasource(null, session) instanceof Connection opened) {
            try (Connection connection = opened) {
                borrower.borrow(connection);
            }
        }
    }
}
