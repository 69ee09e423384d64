import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Another program, for who has no psql: {@code java -cp target/server/postgresql.jar src/demo/Sql.java "update orders set delivery = 'SENT'"}.
 * The demo's PostgreSQL is on port 5442, or on that of {@code -Dpostgres.port}.
 */
final class Sql {
    private Sql() {}

    public static void main(String[] statements) throws SQLException {
        String address = "jdbc:postgresql://127.0.0.1:" + System.getProperty("postgres.port", "5442") + "/postgres";
        try (Connection connection = DriverManager.getConnection(address, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                if (statement.execute(sql)) print(statement.getResultSet());
                else System.out.println(statement.getUpdateCount() + " rows");
            }
        }
    }

    private static void print(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        while (rows.next()) {
            for (int i = 1; i <= columns.getColumnCount(); i++)
                System.out.print((i == 1 ? "" : " | ") + rows.getString(i));
            System.out.println();
        }
    }
}
