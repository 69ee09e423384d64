package org.updatable.capture.hibernate;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.hibernate.engine.jdbc.connections.spi.JdbcConnectionAccess;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.resource.transaction.spi.TransactionCoordinatorBuilder;
import org.updatable.capture.Capture;
import org.updatable.capture.ChangeSource;
import org.updatable.capture.Database;
import org.updatable.capture.Database.Borrower;
import org.updatable.capture.LiveTable;
import org.updatable.capture.Tables;
import org.updatable.model.LiveEntity;

/** Observes Hibernate's flush events; the application configures nothing. One binary for ORM 6.6 and 7. */
public final class HibernateChangeSource implements ChangeSource {

    private static final Logger LOG = System.getLogger("org.updatable");
    private static final String STATEMENTS_ARE_NOT_SEEN =
            "JPQL and SQL that change rows are not seen: something else has replaced Hibernate's JdbcServices. Call"
                    + " Updates.touch(..) after them.";

    /** Made by the service loader. */
    public HibernateChangeSource() {}

    @Override
    public boolean knows(EntityManagerFactory unit) {
        try {
            return unit.unwrap(SessionFactoryImplementor.class) != null;
        } catch (PersistenceException | ClassCastException anotherProvider) {
            return false;
        }
    }

    @Override
    public void observe(EntityManagerFactory unit, Collection<LiveEntity> entities, Capture capture) {
        SessionFactoryImplementor factory = unit.unwrap(SessionFactoryImplementor.class);
        boolean jta = factory.getServiceRegistry()
                .requireService(TransactionCoordinatorBuilder.class)
                .isJta();
        Tables tables = Mapping.tables(factory, entities);
        tables.learnForeignKeys(database(unit));
        Observer observer = new Observer(entities, tables, capture, capture.numbers(unit), jta);
        if (factory.getJdbcServices() instanceof ObservedJdbc jdbc) jdbc.tell(observer);
        else LOG.log(Level.WARNING, STATEMENTS_ARE_NOT_SEEN);
        EventListenerRegistry listeners = factory.getEventEngine().getListenerRegistry();
        RowListener rows = new RowListener(observer);
        listeners.appendListeners(EventType.POST_INSERT, rows);
        listeners.appendListeners(EventType.POST_UPDATE, rows);
        listeners.appendListeners(EventType.POST_UPSERT, rows);
        listeners.appendListeners(EventType.POST_DELETE, rows);
        CollectionListener collections = new CollectionListener(observer);
        listeners.appendListeners(EventType.POST_COLLECTION_RECREATE, collections);
        listeners.appendListeners(EventType.POST_COLLECTION_UPDATE, collections);
        listeners.appendListeners(EventType.POST_COLLECTION_REMOVE, collections);
    }

    @Override
    public Database database(EntityManagerFactory unit) {
        SessionFactoryImplementor factory = unit.unwrap(SessionFactoryImplementor.class);
        return borrower -> lend(factory, borrower);
    }

    @Override
    public List<LiveTable> tables(EntityManagerFactory unit, Collection<LiveEntity> entities) {
        SessionFactoryImplementor factory = unit.unwrap(SessionFactoryImplementor.class);
        return entities.stream()
                .flatMap(entity -> Columns.of(entity, factory).stream())
                .toList();
    }

    private static void lend(SessionFactoryImplementor factory, Borrower borrower) throws SQLException {
        JdbcConnectionAccess connections = factory.getJdbcServices().getBootstrapJdbcConnectionAccess();
        Connection connection = connections.obtainConnection();
        try {
            borrower.borrow(connection);
        } finally {
            connections.releaseConnection(connection);
        }
    }
}
