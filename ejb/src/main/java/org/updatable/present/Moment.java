package org.updatable.present;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of its own, wherever it is asked for. A {@link jakarta.transaction.UserTransaction} cannot be had where a bean
 * with container-managed transactions is called, and a thread of a managed executor is where the one was who asked for it.
 */
@ApplicationScoped
public class Moment {
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    @Nullable
    TransactionSynchronizationRegistry transaction;

    /** Made by the container. */
    public Moment() {}

    /** Reads something. */
    @FunctionalInterface
    public interface Work {

        /**
         * Reads it.
         *
         * @throws SQLException when the database does not answer
         */
        void read() throws SQLException;
    }

    /**
     * Reads in a transaction that is rolled back: what methods of the application's entities may write is not meant.
     *
     * @param work reads
     * @throws SQLException what it throws
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void read(Work work) throws SQLException {
        try {
            work.read();
        } finally {
            // Not before: Payara gives no connection to a transaction that is to be rolled back.
            if (transaction != null) transaction.setRollbackOnly();
        }
    }
}
