package org.updatable.capture;

import java.sql.Connection;
import java.sql.SQLException;

/** The database of a persistence unit, as its provider reaches it. */
@FunctionalInterface
public interface Database {

    /**
     * Lends a connection, and takes it back.
     *
     * @param borrower does something with it
     * @throws SQLException when the database cannot be reached, or does not answer
     */
    void lend(Borrower borrower) throws SQLException;

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
