package org.updatable.hub;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/**
 * Ends a user's connections with the HTTP session. The containers do that themselves, Tyrus for one connection of each
 * session only.
 */
final class Logouts implements HttpSessionListener, HttpSessionIdListener {
    private static final Logger LOG = System.getLogger("org.updatable");

    private final EndpointLifecycle lifecycle;

    Logouts(EndpointLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent end) {
        tell(endpoint -> endpoint.loggedOut(end.getSession().getId()));
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent change, String before) {
        tell(endpoint -> endpoint.renamed(before, change.getSession().getId()));
    }

    private void tell(Consumer<UpdatesEndpoint> what) {
        try {
            lifecycle.endpoint().ifPresent(what);
        } catch (RuntimeException ended) {
            LOG.log(Level.DEBUG, "The application ends, and all connections with it.", ended);
        }
    }
}
