package org.updatable.capture.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs SQL that changes the database itself, whole or not at all. */
final class Script {
    /** Nobody else changes it meanwhile, and who writes to a table is not made to wait for long. */
    private static final String CAREFULLY =
            "set local lock_timeout = '5s'; select pg_advisory_xact_lock(hashtext('org.updatable'))";

    private Script() {}

    static void run(String sql, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(CAREFULLY);
            statement.execute(sql);
            connection.commit();
        } catch (SQLException | RuntimeException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
