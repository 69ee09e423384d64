package org.updatable.hub;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.util.function.Consumer;

/**
 * Ends a user's connections with the HTTP session (the containers do that themselves, Tyrus for one connection of each
 * session only), and when the session goes on without its user: of a logout alone nothing tells but the end of the request.
 */
final class Logouts implements HttpSessionListener, HttpSessionIdListener, ServletRequestListener {
    private static final Logger LOG = System.getLogger("org.updatable");

    private final EndpointLifecycle lifecycle;

    Logouts(EndpointLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent end) {
        tell(endpoint -> endpoint.ended(end.getSession().getId()));
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent change, String before) {
        tell(endpoint -> endpoint.renamed(before, change.getSession().getId()));
    }

    @Override
    public void requestDestroyed(ServletRequestEvent end) {
        if (!(end.getServletRequest() instanceof HttpServletRequest request)) return;
        HttpSession session = request.getSession(false);
        if (session == null) return;
        Principal user = request.getUserPrincipal();
        tell(endpoint -> endpoint.seen(session.getId(), user == null ? null : user.getName()));
    }

    private void tell(Consumer<UpdatesEndpoint> what) {
        try {
            lifecycle.endpoint().ifPresent(what);
        } catch (RuntimeException ended) {
            LOG.log(Level.DEBUG, "The application ends, and all connections with it.", ended);
        }
    }
}
