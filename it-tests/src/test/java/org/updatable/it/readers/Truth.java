package org.updatable.it.readers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.h2.tools.Server;
import org.updatable.it.Ports;
import org.updatable.it.chaos.Writers;

/** The database of that application, which outlives the application's server: what it holds is so. */
public final class Truth implements AutoCloseable {
    private static final List<String> TABLES =
            List.of("GUARDED", "CLOCKED", "LOCKED", "LOOSE", "PHOENIX", "TWIN", "MIRROR", "SWEPT");

    private static final String MARKS =
            "SELECT R.ID, COALESCE(LISTAGG(M.MARK, '') WITHIN GROUP (ORDER BY M.MARK), '') FROM LOOSE R"
                    + " LEFT JOIN LOOSE_MARKS M ON M.LOOSE_ID = R.ID GROUP BY R.ID";

    private final Server server;
    private final Connection connection;

    /** A new one, with the rows that are there at first. */
    public Truth() throws SQLException {
        int port = Ports.free();
        server = Server.createTcpServer("-tcpPort", Integer.toString(port), "-ifNotExists")
                .start();
        connection = DriverManager.getConnection(url(), "sa", "sa");
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE LOOSE_MARKS (LOOSE_ID BIGINT, MARK INT, PRIMARY KEY (LOOSE_ID, MARK))");
            for (String table : TABLES) {
                String more =
                        switch (table) {
                            case "GUARDED" -> ", VERSION BIGINT, HOT BOOLEAN, RANK BIGINT, HITS BIGINT";
                            case "CLOCKED" -> ", CHANGED TIMESTAMP(3)";
                            default -> "";
                        };
                statement.execute("CREATE TABLE %s (ID BIGINT PRIMARY KEY, A BIGINT, B BIGINT, C BIGINT%s)"
                        .formatted(table, more));
                String values =
                        switch (table) {
                            case "GUARDED" -> ", 1, FALSE, 0, 0";
                            case "CLOCKED" -> ", CURRENT_TIMESTAMP";
                            default -> "";
                        };
                for (int id = 1; id <= Writers.ROWS; id++)
                    statement.execute("INSERT INTO %s VALUES (%d, 0, 0, 0%s)".formatted(table, id, values));
            }
        }
    }

    /** Where the application finds it. */
    public String url() {
        return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:chaos;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
    }

    /** What each group shows, if it is right: a number, or whether the class is there. What has no row is gone. */
    public Map<String, String> shown() throws SQLException {
        Map<String, String> shown = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    while (rows.next())
                        add(table.toLowerCase(Locale.ROOT) + "-" + rows.getLong("ID") + "-", rows, shown);
                }
            }
            try (ResultSet rows = statement.executeQuery(MARKS)) {
                while (rows.next()) shown.put("loose-" + rows.getLong(1) + "-marks", rows.getString(2));
            }
        }
        return shown;
    }

    /** What a group shows according to these. */
    public static String of(String group, Map<String, String> shown) {
        return shown.getOrDefault(group.replaceFirst("~.*", ""), Page.GONE);
    }

    private static void add(String row, ResultSet values, Map<String, String> shown) throws SQLException {
        ResultSetMetaData columns = values.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++)
            shown.put(row + columns.getColumnName(i).toLowerCase(Locale.ROOT), String.valueOf(values.getObject(i)));
        shown.put(row + "sum", Long.toString(values.getLong("A") + values.getLong("B")));
        if (shown.containsKey(row + "hits")) shown.put(row + "total", shown.get(row + "hits"));
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } finally {
            server.stop();
        }
    }
}
