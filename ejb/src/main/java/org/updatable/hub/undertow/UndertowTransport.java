package org.updatable.hub.undertow;

import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import io.undertow.websockets.jsr.UndertowSession;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.updatable.hub.Frame;
import org.updatable.hub.Transport;
import org.updatable.hub.WebSocketTransport;

/**
 * Sends what is encoded once for all, and ends a connection at once. Undertow sends on a thread of the connection, to which each frame would
 * have to be handed over: on the thread that tells them all it costs half. And it lets its close frame wait behind the frame on its way, so
 * that a browser that takes nothing would keep its connection, and all that waits for it, for as long as it likes.
 */
final class UndertowTransport implements Transport {
    private static final Logger LOG = System.getLogger("org.updatable");

    private static final CompletableFuture<Void> NOTHING_SENT = CompletableFuture.completedFuture(null);

    private final UndertowSession session;
    private final @Nullable DirectSink sink;
    private volatile CompletableFuture<Void> last = NOTHING_SENT;
    private volatile boolean isClosed;

    /** @param sink null when the connection has none */
    UndertowTransport(UndertowSession session, @Nullable DirectSink sink) {
        this.session = session;
        this.sink = sink;
    }

    @Override
    public CompletableFuture<Void> send(Frame frame) {
        if (isClosed) return CompletableFuture.failedFuture(new ClosedChannelException());
        CompletableFuture<Void> sent = sink == null ? null : sink.send(frame.wire());
        if (sent == null) sent = byUndertow(frame);
        if (!sent.isDone()) last = sent;
        return sent;
    }

    private CompletableFuture<Void> byUndertow(Frame frame) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        IoThreads.of(session.getWebSocketChannel().getIoThread()).execute(() -> send(frame, sent));
        return sent;
    }

    private void send(Frame frame, CompletableFuture<Void> sent) {
        try {
            WebSockets.sendText(frame.payload(), session.getWebSocketChannel(), new Completing(sent));
        } catch (RuntimeException closedMeanwhile) {
            sent.completeExceptionally(closedMeanwhile);
        }
    }

    /** It says that a frame has left when the system has taken it. */
    @Override
    public int window() {
        return WINDOW_OF_THE_SYSTEM;
    }

    @Override
    public void close(int code, String reason) {
        boolean isOnItsWay = !last.isDone();
        isClosed = true;
        standard().close(code, reason);
        if (isOnItsWay) endNow();
    }

    @Override
    public void abandon(int code, String reason) {
        isClosed = true;
        standard().close(code, reason);
        endNow();
    }

    @Override
    public void ping(long said) {
        standard().ping(said);
    }

    private Transport standard() {
        return new WebSocketTransport(session);
    }

    private void endNow() {
        try {
            session.getWebSocketChannel().close();
        } catch (IOException goneAlready) {
            LOG.log(Level.DEBUG, "A connection was gone before it was ended.", goneAlready);
        }
    }

    private record Completing(CompletableFuture<Void> sent) implements WebSocketCallback<Void> {
        @Override
        public void complete(WebSocketChannel channel, Void none) {
            sent.complete(null);
        }

        @Override
        public void onError(WebSocketChannel channel, Void none, Throwable failure) {
            sent.completeExceptionally(failure);
        }
    }
}
