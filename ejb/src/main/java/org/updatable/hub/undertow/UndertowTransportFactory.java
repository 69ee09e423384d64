package org.updatable.hub.undertow;

import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import io.undertow.websockets.jsr.UndertowSession;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import org.updatable.hub.Transport;
import org.updatable.hub.TransportFactory;

/** Knows the connections of Undertow, as they have been since 2.3. It cannot be made where there is no Undertow. */
public final class UndertowTransportFactory implements TransportFactory {
    private static final Logger LOG = System.getLogger("org.updatable");

    private final Class<UndertowSession> type = UndertowSession.class;
    private final boolean isKnown;

    /** Made by {@link java.util.ServiceLoader}. Looks whether all is there that is needed; if not, the public API does it. */
    public UndertowTransportFactory() {
        isKnown = isKnown();
        if (!isKnown)
            LOG.log(
                    Level.INFO,
                    "This Undertow is not one that we know: its public API sends, and who takes nothing is not hung up on at once.");
    }

    private static boolean isKnown() {
        try {
            var unused = WebSockets.class.getMethod(
                    "sendText", ByteBuffer.class, WebSocketChannel.class, WebSocketCallback.class);
            unused = WebSocketChannel.class.getMethod("close");
            return UndertowSession.class.getMethod("getWebSocketChannel").getReturnType() == WebSocketChannel.class;
        } catch (NoSuchMethodException another) {
            LOG.log(Level.DEBUG, "Undertow sends otherwise.", another);
            return false;
        }
    }

    @Override
    public boolean knows(Session session) {
        return isKnown && type.isInstance(session);
    }

    @Override
    public Transport of(Session session) {
        return new UndertowTransport(type.cast(session));
    }
}
