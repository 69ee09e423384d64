package org.updatable.hub;

import jakarta.websocket.Session;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Whose connection it is. */
final class Guest {
    private final @Nullable String user;
    private final String address;
    private volatile @Nullable String httpSession;

    /**
     * Somebody.
     *
     * @param user null when nobody is logged in
     * @param address the remote address
     * @param httpSession the id of the HTTP session; null when there is none
     */
    Guest(@Nullable String user, String address, @Nullable String httpSession) {
        this.user = user;
        this.address = address;
        this.httpSession = httpSession;
    }

    /** Whose connection the container says it is. */
    static Guest of(Session session) {
        Principal principal = session.getUserPrincipal();
        return new Guest(
                principal == null ? null : principal.getName(),
                Handshake.visitor(session).address(),
                Handshake.httpSession(session));
    }

    @Nullable
    String user() {
        return user;
    }

    String address() {
        return address;
    }

    /** Whether a user is logged in with this HTTP session. */
    boolean isLoggedInWith(String id) {
        return user != null && id.equals(httpSession);
    }

    /** An HTTP session has another id, as after a second login. */
    void renamed(String before, String now) {
        if (before.equals(httpSession)) httpSession = now;
    }
}
