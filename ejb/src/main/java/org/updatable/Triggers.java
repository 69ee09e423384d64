package org.updatable;

import java.sql.SQLException;

/**
 * The triggers by which a PostgreSQL tells what any program changes in the tables of live entities: {@code @Inject Triggers triggers;}.
 * They are there when somebody has installed them, by {@link #install()} or with the {@link #script()}, and say by NOTIFY which row
 * was changed how: its key, and the names of the live properties, no values. The database must be PostgreSQL 14 or newer.
 */
public interface Triggers {

    /**
     * What installs them, anew where they are there already. For a migration, or for psql.
     *
     * @return SQL, for the tables as they are mapped now
     */
    String script();

    /**
     * What removes them all, also those of tables that are mapped no longer.
     *
     * @return SQL
     */
    String removal();

    /**
     * Installs them in every PostgreSQL of the application, in one transaction of its own. Waits a few seconds at most for a table that
     * somebody writes to.
     *
     * @throws IllegalStateException when the application has no PostgreSQL
     * @throws SQLException when the database refuses: only the owner of a table may do this
     */
    void install() throws SQLException;

    /**
     * Removes them from every PostgreSQL of the application, in the same way.
     *
     * @throws IllegalStateException when the application has no PostgreSQL
     * @throws SQLException when the database refuses
     */
    void remove() throws SQLException;
}
