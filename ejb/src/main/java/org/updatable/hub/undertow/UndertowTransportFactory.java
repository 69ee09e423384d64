package org.updatable.hub.undertow;

import io.undertow.websockets.jsr.UndertowSession;
import jakarta.websocket.Session;
import org.updatable.hub.Transport;
import org.updatable.hub.TransportFactory;

/** Knows the connections of Undertow. It cannot be made where there is no Undertow. */
public final class UndertowTransportFactory implements TransportFactory {
    private final Class<UndertowSession> type = UndertowSession.class;

    /** Made by {@link java.util.ServiceLoader}. */
    public UndertowTransportFactory() {}

    @Override
    public boolean knows(Session session) {
        return type.isInstance(session);
    }

    @Override
    public Transport of(Session session) {
        return new UndertowTransport(type.cast(session));
    }
}
