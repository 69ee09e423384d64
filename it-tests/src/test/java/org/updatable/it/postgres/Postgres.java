package org.updatable.it.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.Driver;

/** A PostgreSQL beside the server, and another program that writes to it. */
public final class Postgres {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Postgres() {}

    /** The JDBC address of the database that it has anyway. It begins with the first who asks, and ends with the JVM. */
    public static String address() {
        return address("postgres");
    }

    /** The same of another database. */
    public static String address(String database) {
        return Running.SERVER.getJdbcUrl("postgres", database);
    }

    /** Makes another database, which is a world of its own: what is said in it is not heard in the others. */
    public static void create(String database) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static int port() {
        return Running.SERVER.getPort();
    }

    /** A data source that leads there, {@code java:app/jdbc/postgres}, for a web.xml: such a one tells nobody its password. */
    public static String dataSource(String address) {
        return """
                <data-source>
                  <name>java:app/jdbc/postgres</name>
                  <class-name>org.postgresql.ds.PGSimpleDataSource</class-name>
                  <url>%s</url>
                  <user>postgres</user>
                  <password>postgres</password>
                </data-source>""".formatted(address.replace("&", "&amp;"));
    }

    /** Its driver, for an application that brings it. */
    public static File driver() {
        return new File(
                Driver.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    /** Another program's connection. */
    public static Connection connect() throws SQLException {
        return connect("postgres");
    }

    /** The same to another database. */
    static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(address(database));
    }

    /** Another program does this, all in one transaction. */
    public static void does(String... statements) {
        doesIn("postgres", statements);
    }

    /** The same in another database. */
    static void doesIn(String database, String... statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) statement.execute(sql);
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

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
