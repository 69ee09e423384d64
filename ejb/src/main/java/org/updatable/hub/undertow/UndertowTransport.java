package org.updatable.hub.undertow;

import io.undertow.websockets.jsr.UndertowSession;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import org.updatable.hub.Transport;
import org.updatable.hub.WebSocketTransport;

/**
 * A connection that ends at once. Undertow lets its close frame wait behind the frame on its way, and so a browser that
 * takes nothing would keep its connection, and all that waits for it, for as long as it likes.
 */
final class UndertowTransport implements Transport {
    private static final Logger LOG = System.getLogger("org.updatable");

    private final UndertowSession session;
    private final Transport standard;
    private volatile CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    UndertowTransport(UndertowSession session) {
        this.session = session;
        standard = new WebSocketTransport(session);
    }

    @Override
    public CompletableFuture<Void> send(String frame) {
        CompletableFuture<Void> sent = standard.send(frame);
        last = sent;
        return sent;
    }

    @Override
    public void close(int code, String reason) {
        boolean isOnItsWay = !last.isDone();
        standard.close(code, reason);
        if (isOnItsWay) endNow();
    }

    @Override
    public void abandon(int code, String reason) {
        standard.close(code, reason);
        endNow();
    }

    @Override
    public void ping() {
        standard.ping();
    }

    private void endNow() {
        try {
            session.getWebSocketChannel().close();
        } catch (IOException goneAlready) {
            LOG.log(Level.DEBUG, "A connection was gone before it was ended.", goneAlready);
        }
    }
}
