package org.updatable.hub;

import jakarta.websocket.Session;

/** Knows what one server's WebSockets can do beyond the public API; found by {@link java.util.ServiceLoader}. */
public interface TransportFactory {

    /**
     * Whether a connection is one of that server.
     *
     * @param session the connection's
     * @return true when {@link #of} may be called with it
     */
    boolean knows(Session session);

    /**
     * A way to send to a browser.
     *
     * @param session a connection that is known
     * @return a new one
     */
    Transport of(Session session);
}
