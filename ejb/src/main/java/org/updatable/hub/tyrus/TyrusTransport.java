package org.updatable.hub.tyrus;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.tyrus.core.TyrusWebSocket;
import org.jspecify.annotations.Nullable;
import org.updatable.hub.Frame;
import org.updatable.hub.Pings;
import org.updatable.hub.Transport;
import org.updatable.hub.WebSocketTransport;

/**
 * Sends frames as they go through the connection. Of the public API's 36 microseconds for each on Payara, most are spent on a timer of how
 * long the connection is idle, which is started anew for each message by a managed executor. The first frame goes through Tyrus, behind the
 * answer to the handshake; from then on frames are written to the connection itself, where it can be found.
 */
final class TyrusTransport implements Transport {
    private static final Logger LOG = System.getLogger("org.updatable");

    /** RFC 6455, 5.5.2. */
    private static final byte PING = (byte) 0x89;

    /** One that is kept elsewhere, or is no such connection, is not looked for again. */
    private static final AtomicBoolean IS_ELSEWHERE = new AtomicBoolean();

    private final TyrusWebSocket socket;
    private final WebSocketTransport standard;
    private volatile CompletableFuture<Void> last = GrizzlyConnection.WRITTEN;
    private volatile @Nullable GrizzlyConnection connection;
    private volatile boolean isSearched;
    private volatile boolean isClosed;

    TyrusTransport(TyrusWebSocket socket, WebSocketTransport standard) {
        this.socket = socket;
        this.standard = standard;
    }

    /** Tyrus keeps its frames apart, and tells when one has left; so does the connection. */
    @Override
    public CompletableFuture<Void> send(Frame frame) {
        CompletableFuture<Void> sent = write(frame.wire());
        if (sent != last) last = sent;
        return sent;
    }

    private CompletableFuture<Void> write(ByteBuffer frame) {
        if (isClosed) return CompletableFuture.failedFuture(new IllegalStateException("It has been closed."));
        try {
            GrizzlyConnection known = connection;
            if (known != null) return known.write(frame);
            CompletableFuture<Void> sent = sent(socket.sendRawFrame(frame));
            if (!isSearched) search();
            return sent;
        } catch (RuntimeException closedMeanwhile) {
            return CompletableFuture.failedFuture(closedMeanwhile);
        }
    }

    /** Whose value nobody asks for. */
    @SuppressWarnings("unchecked")
    private static CompletableFuture<Void> sent(Future<?> future) {
        return (CompletableFuture<Void>) future;
    }

    private void search() {
        isSearched = true;
        if (IS_ELSEWHERE.get()) return;
        try {
            connection = GrizzlyConnection.below(socket);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
            LOG.log(Level.DEBUG, "The connection below Tyrus was not found.", unknown);
            if (socket.isConnected() && !IS_ELSEWHERE.getAndSet(true))
                LOG.log(
                        Level.INFO,
                        "The connections below this Tyrus are not known: Tyrus sends, which costs about twice as much.");
        }
    }

    @Override
    public int window() {
        return connection == null ? WINDOW : WINDOW_OF_THE_SYSTEM;
    }

    @Override
    public void close(int code, String reason) {
        boolean isOnItsWay = !last.isDone();
        isClosed = true;
        standard.close(code, reason);
        if (isOnItsWay) endNow();
    }

    @Override
    public void abandon(int code, String reason) {
        isClosed = true;
        standard.close(code, reason);
        endNow();
    }

    @Override
    public void ping(long said) {
        ByteBuffer frame = ByteBuffer.allocate(2 + Long.BYTES);
        frame.put(PING).put((byte) Long.BYTES).put(Pings.payload(said)).flip();
        var unused = write(frame);
    }

    private void endNow() {
        GrizzlyConnection known = connection;
        if (known != null) known.end();
    }
}
