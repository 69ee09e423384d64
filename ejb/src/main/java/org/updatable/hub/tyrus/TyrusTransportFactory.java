package org.updatable.hub.tyrus;

import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.glassfish.tyrus.core.TyrusFuture;
import org.glassfish.tyrus.core.TyrusRemoteEndpoint;
import org.glassfish.tyrus.core.TyrusSession;
import org.glassfish.tyrus.core.TyrusWebSocket;
import org.jspecify.annotations.Nullable;
import org.updatable.hub.Transport;
import org.updatable.hub.TransportFactory;
import org.updatable.hub.WebSocketTransport;

/** Knows the connections of Tyrus, where they are as they have been since 2.1. It cannot be made where there is no Tyrus. */
public final class TyrusTransportFactory implements TransportFactory {
    private static final Logger LOG = System.getLogger("org.updatable");

    private final Class<TyrusSession> type = TyrusSession.class;
    private final @Nullable VarHandle socket;

    /** Made by {@link java.util.ServiceLoader}. Looks whether all is there that is needed; if not, the public API does it. */
    public TyrusTransportFactory() {
        socket = socket();
        if (socket == null)
            LOG.log(
                    Level.INFO,
                    "This Tyrus is not one that we know: sending takes its public API, which costs several times as much.");
    }

    private static @Nullable VarHandle socket() {
        try {
            Field field = TyrusRemoteEndpoint.class.getDeclaredField("webSocket");
            Class<?> sent = TyrusWebSocket.class
                    .getMethod("sendRawFrame", ByteBuffer.class)
                    .getReturnType();
            if (field.getType() != TyrusWebSocket.class
                    || !sent.isAssignableFrom(TyrusFuture.class)
                    || !CompletableFuture.class.isAssignableFrom(TyrusFuture.class)) return null;
            field.setAccessible(true);
            return MethodHandles.privateLookupIn(TyrusRemoteEndpoint.class, MethodHandles.lookup())
                    .unreflectVarHandle(field);
        } catch (ReflectiveOperationException | RuntimeException another) {
            LOG.log(Level.DEBUG, "Tyrus keeps its sockets elsewhere.", another);
            return null;
        }
    }

    @Override
    public boolean knows(Session session) {
        return socket != null && type.isInstance(session);
    }

    @Override
    public Transport of(Session session) {
        TyrusWebSocket of = (TyrusWebSocket) Objects.requireNonNull(socket).get(session.getAsyncRemote());
        return new TyrusTransport(of, new WebSocketTransport(session));
    }
}
