package org.updatable.present.eclipselink;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.persistence.sessions.server.Server;
import org.updatable.present.Connections;

/**
 * The connections of EclipseLink's entity managers. Otherwise, EclipseLink takes another one for each query until something is
 * written; who asks for the connection of an entity manager in a transaction makes it read by that one.
 */
public final class EclipseLinkConnections implements Connections {
    private final Class<Server> type = Server.class;

    /** Made by {@link java.util.ServiceLoader}. */
    public EclipseLinkConnections() {}

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
        try {
            borrower.borrow(manager.unwrap(Connection.class));
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }
}
