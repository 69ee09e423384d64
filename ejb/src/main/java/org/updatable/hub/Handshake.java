package org.updatable.hub;

import jakarta.servlet.http.HttpSession;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import org.jspecify.annotations.Nullable;
import org.updatable.access.Origins;
import org.updatable.access.Refusals;
import org.updatable.access.Visitor;
import org.updatable.settings.Settings;

/** Decides before a connection is one whether the page that asks for it may have it, and tells the endpoint who asked. */
public final class Handshake extends ServerEndpointConfig.Configurator {
    /** In the properties of the one connection: since WebSocket 2.1 they are copied before the handshake. */
    private static final String VISITOR = "org.updatable.visitor";

    private static final String HTTP_SESSION = "org.updatable.http-session";
    private static final String UNKNOWN = "unknown";

    private final Refusals refusals = new Refusals();
    private volatile @Nullable Origins origins;

    /** Made by the container. */
    public Handshake() {}

    /** The container answers a refusal itself: Tyrus with 403, Undertow with 404. */
    @Override
    public boolean checkOrigin(@Nullable String origin) {
        String host = Arrivals.now().map(Visitor::host).orElse(null);
        if (origins().mayConnect(origin, host)) return true;
        if (origin != null) refusals.say(refusal(origin, host == null ? UNKNOWN : host));
        return false;
    }

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        super.modifyHandshake(config, request, response);
        Arrivals.now().ifPresent(visitor -> config.getUserProperties().put(VISITOR, visitor));
        Arrivals.forget();
        if (request.getHttpSession() instanceof HttpSession session)
            config.getUserProperties().put(HTTP_SESSION, session.getId());
    }

    /** Who asked for a connection. To be asked once: the session does not keep it. */
    static Visitor visitor(Session session) {
        return session.getUserProperties().remove(VISITOR) instanceof Visitor visitor
                ? visitor
                : new Visitor(UNKNOWN, UNKNOWN);
    }

    /** The id that the browser's HTTP session had then; null when there was none. To be asked once, too. */
    static @Nullable String httpSession(Session session) {
        return session.getUserProperties().remove(HTTP_SESSION) instanceof String id ? id : null;
    }

    private static String refusal(String origin, String host) {
        String page = Refusals.quoted(origin);
        return Origins.isReadable(origin)
                ? """
                A page of %s wanted to watch, and was refused: this server is called %s. If the page is yours, set \
                updatable.allowed-origins=%s, or let your proxy pass on the Host header of the browser.\
                """.formatted(page, Refusals.quoted(host), page)
                : """
                A page without an origin (Origin: %s) wanted to watch, and was refused: this server is called %s. Pages in \
                sandboxed frames and from files have none, and cannot be allowed.\
                """.formatted(page, Refusals.quoted(host));
    }

    /** Not when it is made: it is made before the application is. */
    private Origins origins() {
        Origins known = origins;
        if (known != null) return known;
        Origins read = new Origins(Settings.ofApplication().allowedOrigins());
        origins = read;
        return read;
    }
}
