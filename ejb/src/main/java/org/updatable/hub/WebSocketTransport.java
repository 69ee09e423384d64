package org.updatable.hub;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;

/** A WebSocket, through the public API. What the servers do differently in it is said here, and each is told both ways. */
final class WebSocketTransport implements Transport {
    /** More closes the connection with 1009: on Tyrus because of {@code @OnMessage}, on Undertow because of the session. */
    static final int MAX_FRAME_BYTES = 64 * 1024;

    private static final long AT_ONCE_MILLIS = 1;

    private static final Logger LOG = System.getLogger("org.updatable");

    private final Session session;

    WebSocketTransport(Session session) {
        this.session = session;
        session.setMaxTextMessageBufferSize(MAX_FRAME_BYTES);
        session.setMaxBinaryMessageBufferSize(MAX_FRAME_BYTES);
    }

    /** The asynchronous remote: the basic one blocks for ever when the browser stops reading. */
    @Override
    public CompletableFuture<Void> send(String frame) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        try {
            session.getAsyncRemote().sendText(frame, result -> {
                if (result.isOK()) sent.complete(null);
                else sent.completeExceptionally(result.getException());
            });
        } catch (RuntimeException closedMeanwhile) {
            sent.completeExceptionally(closedMeanwhile);
        }
        return sent;
    }

    /**
     * Tyrus ends a connection whose browser takes nothing when it is closed; Undertow waits for the browser then, and ends
     * it when a send has timed out. Not a timeout for every send: Undertow keeps a timer for each, also when it is sent.
     */
    @Override
    public void close(int code, String reason) {
        try {
            session.getAsyncRemote().setSendTimeout(AT_ONCE_MILLIS);
            session.getAsyncRemote().sendText("{}", neverMind -> {});
            session.close(new CloseReason(CloseCodes.getCloseCode(code), reason));
        } catch (IOException | IllegalStateException goneAlready) {
            LOG.log(Level.DEBUG, "A connection was gone before it was closed.", goneAlready);
        }
    }
}
