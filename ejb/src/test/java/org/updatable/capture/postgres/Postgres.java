package org.updatable.capture.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL for all tests of a JVM, with an empty database for each that wants one. */
final class Postgres {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    /** The JDBC address of a new database. */
    static String database() {
        String name = "test" + DATABASES.incrementAndGet();
        execute(Running.SERVER.getJdbcUrl("postgres", "postgres"), "create database " + name);
        return Running.SERVER.getJdbcUrl("postgres", name);
    }

    /** As another program. */
    static void execute(String database, String... statements) {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Begins with the first who wants it, and ends with the JVM. */
    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPGStartupWait(PATIENCE)
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
