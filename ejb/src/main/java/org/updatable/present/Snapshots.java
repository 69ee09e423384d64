package org.updatable.present;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.updatable.counters.Failures;
import org.updatable.service.Services;

/**
 * Reads several things as they were at one moment: in a transaction that sees nothing of what commits meanwhile. Where that
 * cannot be had, one after the other: in a unit without JTA, and in a database of which it is not known how it does that without
 * locking anything.
 */
@ApplicationScoped
class Snapshots {
    private static final String H2 = "H2";

    /** What a transaction begins with, and what ends with it, by the name that the driver says. */
    private static final Map<String, String> FIRST = Map.of(
            "PostgreSQL", "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
            "Oracle", "SET TRANSACTION READ ONLY");

    @Inject
    Moment moment;

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
        if (!atOnce || !canBeRead.computeIfAbsent(unit.getMetamodel(), first -> canBeRead(unit))) {
            readOneAfterTheOther(unit, work);
            return;
        }
        try {
            moment.read(() -> readAtOnce(unit, work));
        } catch (RuntimeException | SQLException failure) {
            readOneAfterTheOther(unit, work); // which fails, too, where the database is away
            Failures.report(
                    "Several things could not be read as they were at one moment, and were read one after the other.",
                    failure);
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

    private void readAtOnce(EntityManagerFactory unit, Consumer<EntityManager> work) throws SQLException {
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
