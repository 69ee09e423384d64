package org.updatable.hub;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which connections the users who are logged in have opened, by their HTTP sessions. */
final class Logins<C> {
    private final Map<String, Login<C>> bySession = new HashMap<>();
    private final Map<C, Login<C>> byConnection = new HashMap<>();

    private static final class Login<C> {
        final String user;
        final Set<C> connections = new HashSet<>();
        String session;

        Login(String user, String session) {
            this.user = user;
            this.session = session;
        }
    }

    /** A user has opened a connection; one that belongs to nobody, or to no session, is not remembered. */
    synchronized void opened(C connection, @Nullable String user, @Nullable String session) {
        if (user == null || session == null) return;
        Login<C> login = bySession.computeIfAbsent(session, id -> new Login<>(user, id));
        login.connections.add(connection);
        byConnection.put(connection, login);
    }

    /** A connection has gone. */
    synchronized void closed(C connection) {
        Login<C> login = byConnection.remove(connection);
        if (login == null) return;
        login.connections.remove(connection);
        if (login.connections.isEmpty()) bySession.remove(login.session);
    }

    /** A session has another id, as after a second login. */
    synchronized void renamed(String before, String now) {
        Login<C> login = bySession.remove(before);
        if (login == null) return;
        login.session = now;
        bySession.put(now, login);
    }

    /**
     * A session has ended.
     *
     * @return the connections that were opened with it
     */
    synchronized Collection<C> ended(String session) {
        Login<C> login = bySession.remove(session);
        if (login == null) return List.of();
        byConnection.keySet().removeAll(login.connections);
        return login.connections;
    }

    /**
     * Somebody has come with a session.
     *
     * @param user who it is; null for nobody
     * @return the connections that another user has opened with it before, who must have logged out
     */
    synchronized Collection<C> seen(String session, @Nullable String user) {
        Login<C> login = bySession.get(session);
        return login == null || login.user.equals(user) ? List.of() : ended(session);
    }
}
