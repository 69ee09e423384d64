package org.updatable.capture.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Says something by NOTIFY. */
final class Sending {
    private static final String SEND = "select pg_notify(said.channel, said.payload)"
            + " from unnest(?::text[], ?::text[]) with ordinality as said (channel, payload, place) order by said.place";

    private Sending() {}

    /** Says all of it in one statement, and so in one transaction where there is none. */
    static void send(Connection connection, List<Said> all) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SEND)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", all.stream().map(Said::channel).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", all.stream().map(Said::payload).toArray()));
            statement.execute();
        }
    }
}
