package org.updatable.hub.undertow.xnio;

import io.undertow.server.protocol.framed.AbstractFramedChannel;
import io.undertow.websockets.core.WebSocketChannel;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.updatable.hub.undertow.DirectSink;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.ssl.SslConnection;

/** Puts a sink of ours between Undertow and what it writes to. */
public final class XnioSinkFactory implements DirectSink.Factory {
    private final Method connectionOf;

    /**
     * Looks whether Undertow has what is needed.
     *
     * @throws ReflectiveOperationException when it has not
     */
    public XnioSinkFactory() throws ReflectiveOperationException {
        connectionOf = AbstractFramedChannel.class.getDeclaredMethod("getUnderlyingConnection");
        connectionOf.setAccessible(true);
    }

    @Override
    public @Nullable DirectSink of(WebSocketChannel channel) throws ReflectiveOperationException {
        if (!(connectionOf.invoke(channel) instanceof StreamConnection connection))
            throw new NoSuchMethodException("no connection of " + channel);
        if (connection instanceof SslConnection) return null;
        ConduitStreamSinkChannel undertow = connection.getSinkChannel();
        XnioSink sink = new XnioSink(undertow.getConduit(), channel);
        undertow.setConduit(sink);
        return sink;
    }
}
