package org.updatable.capture.hibernate;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.resource.transaction.spi.TransactionCoordinatorBuilder;
import org.updatable.capture.Capture;
import org.updatable.capture.ChangeSource;
import org.updatable.model.LiveEntity;

/** Observes Hibernate's flush events; the application configures nothing. One binary for ORM 6.6 and 7. */
public final class HibernateChangeSource implements ChangeSource {

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
        LocalTransactions local = new LocalTransactions(capture);
        Observer observer = new Observer(entities, capture, session -> jta ? capture.jtaSlot() : local.slot(session));
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
}
