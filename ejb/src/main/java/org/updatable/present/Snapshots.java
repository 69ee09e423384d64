package org.updatable.present;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.updatable.counters.Failures;
import org.updatable.service.Services;

/**
 * Reads several things as they were at one moment: in a transaction that sees nothing of what commits meanwhile. Where that
 * cannot be had, one after the other: in a unit without JTA; in a database of which it is not known how it does that without
 * locking anything; and with EclipseLink, which reads outside of the transaction as soon as an entity manager is cleared, and
 * runs out of connections when it is made to do otherwise.
 */
@ApplicationScoped
class Snapshots {
    private static final String H2 = "H2";

    /** What a transaction begins with, and what ends with it, by the name that the driver says. */
    private static final Map<String, String> FIRST = Map.of(
            "PostgreSQL", "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
            "Oracle", "SET TRANSACTION READ ONLY");

    @Inject
    @Nullable
    Instance<UserTransaction> transactions;

    private final List<Connections> connections = Services.of(Connections.class);
    /** By the metamodel of a unit, since the container hands out a wrapper of the unit for each injection point. */
    private final Map<Object, Boolean> canBeRead = Collections.synchronizedMap(new IdentityHashMap<>());

    /** Made by the container. */
    Snapshots() {}

    /**
     * Reads in a unit.
     *
     * @param unit the unit
     * @param atOnce whether it takes several queries, which belong together
     * @param work reads; it may be asked twice, and then the second time counts
     */
    void read(EntityManagerFactory unit, boolean atOnce, Consumer<EntityManager> work) {
        UserTransaction transaction = atOnce ? transaction(unit) : null;
        if (transaction == null) {
            readOneAfterTheOther(unit, work);
            return;
        }
        try {
            readAtOnce(unit, transaction, work);
        } catch (RuntimeException | SQLException | NotSupportedException | SystemException failure) {
            readOneAfterTheOther(unit, work); // which fails, too, where the database is away
            canBeRead.put(unit.getMetamodel(), false);
            Failures.report(
                    "Several things cannot be read as they were at one moment; from now on they are read one after the other.",
                    failure);
        }
    }

    private @Nullable UserTransaction transaction(EntityManagerFactory unit) {
        if (transactions == null || !canBeRead.computeIfAbsent(unit.getMetamodel(), first -> canBeRead(unit)))
            return null;
        try {
            UserTransaction transaction = transactions.get();
            return transaction.getStatus() == Status.STATUS_NO_TRANSACTION ? transaction : null;
        } catch (RuntimeException
                | SystemException notHere) { // for example in a bean with container-managed transactions
            return null;
        }
    }

    private static void readOneAfterTheOther(EntityManagerFactory unit, Consumer<EntityManager> work) {
        EntityManager manager = unit.createEntityManager();
        try {
            work.accept(manager);
        } finally {
            manager.close();
        }
    }

    private void readAtOnce(EntityManagerFactory unit, UserTransaction transaction, Consumer<EntityManager> work)
            throws SQLException, NotSupportedException, SystemException {
        transaction.begin();
        try {
            EntityManager manager = unit.createEntityManager();
            try {
                OptionalInt before = isolate(manager, unit);
                try {
                    work.accept(manager);
                } finally {
                    if (before.isPresent())
                        lend(manager, connection -> connection.setTransactionIsolation(before.getAsInt()));
                }
            } finally {
                manager.close();
            }
        } finally {
            transaction.rollback(); // it has written nothing
        }
    }

    private boolean canBeRead(EntityManagerFactory unit) {
        EntityManager manager = unit.createEntityManager();
        try {
            return isJta(manager) && connections.stream().anyMatch(known -> known.knows(manager));
        } finally {
            manager.close();
        }
    }

    private static boolean isJta(EntityManager manager) {
        try {
            return manager.getTransaction() == null;
        } catch (IllegalStateException jta) {
            return true;
        }
    }

    /** Answers the isolation that is to be given back: not every server's pool does that. */
    private OptionalInt isolate(EntityManager manager, EntityManagerFactory unit) throws SQLException {
        int[] before = {-1};
        lend(manager, connection -> {
            String database = connection.getMetaData().getDatabaseProductName();
            if (FIRST.containsKey(database)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(FIRST.get(database));
                }
            } else if (H2.equals(database)) {
                before[0] = connection.getTransactionIsolation();
                connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            } else if (connection.getTransactionIsolation() != Connection.TRANSACTION_REPEATABLE_READ) {
                canBeRead.put(unit.getMetamodel(), false);
            } // and else it is MySQL, as it is set up by default, or one that locks what it reads, as the application
            // wants it
        });
        return before[0] < 0 ? OptionalInt.empty() : OptionalInt.of(before[0]);
    }

    private void lend(EntityManager manager, Connections.Borrower borrower) throws SQLException {
        for (Connections known : connections)
            if (known.knows(manager)) {
                known.lend(manager, borrower);
                return;
            }
        throw new PersistenceException("Nobody lends the connection of this entity manager any more.");
    }
}
