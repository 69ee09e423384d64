package org.updatable.capture.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection of our own that listens. pgjdbc is asked by reflection, since the application need not see its classes. Belongs
 * to one thread.
 */
final class Session implements AutoCloseable {
    private static final int SECONDS_TO_ANSWER = 5;

    private final Connection connection;
    private final Method notifications;

    Session(Server server) throws SQLException {
        connection = server.connect();
        try {
            notifications = connection.getClass().getMethod("getNotifications", int.class);
            connection.setAutoCommit(true);
        } catch (NoSuchMethodException anotherDriver) {
            connection.close();
            throw new SQLException(
                    "The driver cannot listen: " + connection.getClass().getName(), anotherDriver);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** Hears of a channel from now on. */
    void listen(String channel) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen \"" + channel.replace("\"", "\"\"") + '"');
        }
    }

    /** Says something on a channel, to be heard by ourselves. */
    void say(Said said) throws SQLException {
        Sending.send(connection, List.of(said));
    }

    /** Whether a question has a row for an answer. */
    boolean has(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next();
        }
    }

    /** Whether the server is still there. */
    boolean isAlive() throws SQLException {
        return connection.isValid(SECONDS_TO_ANSWER);
    }

    /**
     * What has been said since the last time, in order. Waits for it when there is nothing.
     *
     * @param patience in milliseconds
     */
    List<Said> heard(int patience) throws SQLException {
        List<Said> heard = new ArrayList<>();
        if (call(connection, notifications, patience) instanceof Object[] all)
            for (Object one : all) heard.add(new Said(text(one, "getName"), text(one, "getParameter")));
        return heard;
    }

    private static String text(Object notification, String getter) throws SQLException {
        try {
            // Its class is the driver's own; what it implements is for everybody.
            Method method = notification.getClass().getInterfaces()[0].getMethod(getter);
            return String.valueOf(call(notification, method));
        } catch (NoSuchMethodException anotherDriver) {
            throw new SQLException("The driver's notifications are not known.", anotherDriver);
        }
    }

    private static @Nullable Object call(Object of, Method method, Object... arguments) throws SQLException {
        try {
            return method.invoke(of, arguments);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof SQLException cause) throw cause;
            throw new SQLException(failed.getCause());
        } catch (IllegalAccessException hidden) {
            throw new SQLException(hidden);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
