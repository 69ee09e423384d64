package org.updatable.present.hibernate;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import org.hibernate.Session;
import org.updatable.present.Connections;

/** The connections of Hibernate's sessions. */
public final class HibernateConnections implements Connections {
    private final Class<Session> type = Session.class;

    /** Made by {@link java.util.ServiceLoader}. */
    public HibernateConnections() {}

    @Override
    public boolean knows(EntityManager manager) {
        try {
            return manager.unwrap(type) != null;
        } catch (PersistenceException | ClassCastException anotherProvider) {
            return false;
        }
    }

    @Override
    public void lend(EntityManager manager, Borrower borrower) {
        manager.unwrap(type).doWork(borrower::borrow);
    }
}
