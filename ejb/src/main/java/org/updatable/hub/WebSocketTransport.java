package org.updatable.hub;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;

/** A WebSocket, through the public API. */
public final class WebSocketTransport implements Transport {
    private static final Logger LOG = System.getLogger("org.updatable");
    private final Session session;

    /**
     * A way to send to a browser.
     *
     * @param session its connection
     */
    public WebSocketTransport(Session session) {
        this.session = session;
    }

    /** The asynchronous remote: the basic one blocks for ever when the browser stops reading. */
    @Override
    public CompletableFuture<Void> send(Frame frame) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        try {
            session.getAsyncRemote().sendText(frame.text(), result -> {
                if (result.isOK()) sent.complete(null);
                else sent.completeExceptionally(result.getException());
            });
        } catch (RuntimeException closedMeanwhile) {
            sent.completeExceptionally(closedMeanwhile);
        }
        return sent;
    }

    @Override
    public void close(int code, String reason) {
        try {
            session.close(new CloseReason(CloseCodes.getCloseCode(code), reason));
        } catch (IOException | IllegalStateException goneAlready) {
            LOG.log(Level.DEBUG, "A connection was gone before it was closed.", goneAlready);
        }
    }

    @Override
    public void ping(long said) {
        try {
            session.getAsyncRemote().sendPing(Pings.payload(said));
        } catch (IOException | RuntimeException goneAlready) {
            LOG.log(Level.DEBUG, "A connection was gone before it was asked.", goneAlready);
        }
    }
}
