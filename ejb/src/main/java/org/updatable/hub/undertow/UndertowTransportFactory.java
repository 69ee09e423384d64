package org.updatable.hub.undertow;

import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import io.undertow.websockets.jsr.UndertowSession;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.updatable.hub.Transport;
import org.updatable.hub.TransportFactory;

/** Knows the connections of Undertow, as they have been since 2.3. It cannot be made where there is no Undertow. */
public final class UndertowTransportFactory implements TransportFactory {
    private static final Logger LOG = System.getLogger("org.updatable");

    private final Class<UndertowSession> type = UndertowSession.class;
    private final boolean isKnown;
    private volatile DirectSink.@Nullable Factory sinks;

    /** Made by {@link java.util.ServiceLoader}. Looks whether all is there that is needed; if not, the public API does it. */
    public UndertowTransportFactory() {
        isKnown = isKnown();
        if (!isKnown)
            LOG.log(
                    Level.INFO,
                    "This Undertow is not one that we know: its public API sends, and who takes nothing is not hung up on at once.");
        else sinks = sinks();
    }

    private static DirectSink.@Nullable Factory sinks() {
        try {
            return XnioLoader.sinks();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError another) {
            say(another);
            return null;
        }
    }

    private static void say(Throwable why) {
        LOG.log(
                Level.INFO,
                "Undertow keeps its connections otherwise than we know: its own threads send, which costs more.",
                why);
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
        UndertowSession undertow = type.cast(session);
        return new UndertowTransport(undertow, sink(undertow.getWebSocketChannel()));
    }

    private @Nullable DirectSink sink(WebSocketChannel channel) {
        DirectSink.Factory known = sinks;
        if (known == null) return null;
        try {
            return known.of(channel);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError another) {
            sinks = null;
            say(another);
            return null;
        }
    }
}
