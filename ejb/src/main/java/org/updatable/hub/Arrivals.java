package org.updatable.hub;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import org.updatable.access.Visitor;
import org.updatable.settings.Settings;

/**
 * Remembers who asks for a WebSocket while the thread is at the request: {@link Handshake} is asked on the same thread
 * whether a page may connect, and is told neither what the request calls the server nor where it comes from.
 */
final class Arrivals implements ServletRequestListener {
    private static final ThreadLocal<Visitor> ARRIVING = new ThreadLocal<>();

    @Override
    public void requestInitialized(ServletRequestEvent begin) {
        if (begin.getServletRequest() instanceof HttpServletRequest request
                && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) ARRIVING.set(visitor(request));
    }

    @Override
    public void requestDestroyed(ServletRequestEvent end) {
        forget();
    }

    /** Who asks on this thread; empty when nobody does. */
    static Optional<Visitor> now() {
        return Optional.ofNullable(ARRIVING.get());
    }

    static void forget() {
        ARRIVING.remove();
    }

    private static Visitor visitor(HttpServletRequest request) {
        String host = request.getHeader("Host");
        Visitor visitor = new Visitor(
                host == null ? request.getServerName() + ":" + request.getServerPort() : host, request.getRemoteAddr());
        if (!Settings.ofApplication().trustsForwarded()) return visitor;
        return visitor.forwarded(all(request, "X-Forwarded-Host"), all(request, "X-Forwarded-For"));
    }

    private static String all(HttpServletRequest request, String header) {
        return String.join(",", Collections.list(request.getHeaders(header)));
    }
}
