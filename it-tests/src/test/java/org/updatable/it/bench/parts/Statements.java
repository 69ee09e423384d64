package org.updatable.it.bench.parts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Counts the statements that the database executes, by the database itself. */
final class Statements {
    private final DataSource database;

    Statements(DataSource database) {
        this.database = database;
    }

    /** Forgets what was counted, and counts from now on. */
    void count() throws SQLException {
        execute("SET QUERY_STATISTICS FALSE", "SET QUERY_STATISTICS_MAX_ENTRIES 10000", "SET QUERY_STATISTICS TRUE");
    }

    /** Counts no more; answers how often each was executed. */
    Map<String, Long> counted() throws SQLException {
        return counted("EXECUTION_COUNT");
    }

    /** Counts no more; answers how many rows each has read or written. */
    Map<String, Long> rows() throws SQLException {
        return counted("CUMULATIVE_ROW_COUNT");
    }

    private Map<String, Long> counted(String what) throws SQLException {
        Map<String, Long> counted = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT SQL_STATEMENT, %s FROM INFORMATION_SCHEMA.QUERY_STATISTICS".formatted(what))) {
            while (rows.next()) counted.put(rows.getString(1), rows.getLong(2));
        }
        counted.keySet().removeIf(sql -> sql.contains("QUERY_STATISTICS"));
        execute("SET QUERY_STATISTICS FALSE");
        return counted;
    }

    private void execute(String... commands) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String command : commands) statement.execute(command);
        }
    }
}
