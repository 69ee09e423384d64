package org.updatable.present;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Knows how one JPA provider lends the connection of an entity manager that is in a transaction, and that it reads by it alone.
 * Found by {@link java.util.ServiceLoader}.
 */
public interface Connections {

    /**
     * Whether an entity manager is this provider's.
     *
     * @param manager any entity manager
     * @return true when it {@link #lend lends} its connection
     */
    boolean knows(EntityManager manager);

    /**
     * Lends the connection, and takes it back.
     *
     * @param manager one that it {@link #knows}
     * @param borrower does something with it
     * @throws RuntimeException when the database does not answer
     */
    void lend(EntityManager manager, Borrower borrower);

    /** Does something with a connection that is not its own. */
    @FunctionalInterface
    interface Borrower {

        /**
         * Does it.
         *
         * @param connection not to be closed
         * @throws SQLException when the database does not answer
         */
        void borrow(Connection connection) throws SQLException;
    }
}
