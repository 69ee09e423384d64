package org.updatable.hub;

import jakarta.websocket.Session;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Whose connection it is.
 *
 * @param user null when nobody is logged in
 * @param address the remote address
 * @param httpSession the id of the HTTP session when the connection was opened; null when there was none
 */
record Guest(
        @Nullable String user, String address, @Nullable String httpSession) {

    /** Whose connection the container says it is. */
    static Guest of(Session session) {
        Principal principal = session.getUserPrincipal();
        return new Guest(
                principal == null ? null : principal.getName(),
                Handshake.visitor(session).address(),
                Handshake.httpSession(session));
    }
}
