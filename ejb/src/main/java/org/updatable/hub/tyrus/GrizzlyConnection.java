package org.updatable.hub.tyrus;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.grizzly.CompletionHandler;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.asyncqueue.AsyncWriteQueueRecord;
import org.glassfish.grizzly.asyncqueue.TaskQueue;
import org.glassfish.grizzly.asyncqueue.WritableMessage;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.transport.TCPNIOConnection;
import org.glassfish.grizzly.ssl.SSLBaseFilter;
import org.glassfish.tyrus.core.TyrusWebSocket;
import org.jspecify.annotations.Nullable;

/**
 * The TCP connection below a WebSocket, where that is one of Grizzly, as in Payara and GlassFish. A whole frame that is written here
 * stands whole between those that Tyrus writes, since both go through the connection's queue; but it does not go through the response of
 * the handshake, which takes 8 kB of memory for each, and says of what it only keeps that it has left.
 */
final class GrizzlyConnection {
    /** From a WebSocket to its connection, by the names of what each one keeps. */
    private static final String[] WAY = {
        "protocolHandler", "writer", "servletOutputStream", "ob", "grizzlyOutputBuffer", "connection"
    };

    /** What has left this process before anybody asked. */
    static final CompletableFuture<Void> WRITTEN = CompletableFuture.completedFuture(null);

    /** Each class on the way keeps one thing. */
    private static final Map<Class<?>, Field> FIELDS = new ConcurrentHashMap<>();

    private final TCPNIOConnection connection;
    private final SocketChannel channel;
    private final TaskQueue<AsyncWriteQueueRecord> queue;

    private GrizzlyConnection(TCPNIOConnection connection) {
        this.connection = connection;
        channel = (SocketChannel) connection.getChannel();
        queue = connection.getAsyncWriteQueue();
    }

    /**
     * The connection of a WebSocket through which a frame was sent already.
     *
     * @param socket the WebSocket
     * @return null when its bytes are encrypted
     * @throws ReflectiveOperationException when it has none, or keeps it elsewhere
     */
    static @Nullable GrizzlyConnection below(TyrusWebSocket socket) throws ReflectiveOperationException {
        Object found = socket;
        for (String name : WAY) found = kept(found, name);
        if (!(found instanceof TCPNIOConnection tcp) || !(tcp.getProcessor() instanceof FilterChain filters))
            throw new NoSuchFieldException("not a TCP connection: " + found);
        return filters.indexOfType(SSLBaseFilter.class) < 0 ? new GrizzlyConnection(tcp) : null;
    }

    private static Object kept(Object by, String name) throws ReflectiveOperationException {
        Class<?> type = by.getClass();
        Field field = FIELDS.get(type);
        if (field == null) {
            field = field(type, name);
            FIELDS.put(type, field);
        }
        Object kept = field.get(by);
        if (kept == null) throw new NoSuchFieldException(type + " keeps nothing as " + name);
        return kept;
    }

    private static Field field(Class<?> of, String name) throws NoSuchFieldException {
        for (Class<?> type = of; type != null; type = type.getSuperclass())
            for (Field field : type.getDeclaredFields())
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
        throw new NoSuchFieldException(of + " has no " + name);
    }

    /**
     * Writes a frame; done when it has left this process. Who finds the queue empty writes what the system takes at once, and lets
     * the queue write the rest, as Grizzly's own writer does; what comes meanwhile waits there.
     */
    CompletableFuture<Void> write(ByteBuffer frame) {
        int length = frame.remaining();
        boolean isFirst = queue.reserveSpace(length) == length;
        try {
            if (isFirst) {
                channel.write(frame);
                int left = queue.releaseSpaceAndNotify(length - frame.remaining());
                if (!frame.hasRemaining()) {
                    if (left > 0) connection.simulateIOEvent(IOEvent.WRITE);
                    return WRITTEN;
                }
            }
            return later(frame, isFirst);
        } catch (IOException broken) {
            connection.terminateWithReason(broken);
            return CompletableFuture.failedFuture(broken);
        }
    }

    private CompletableFuture<Void> later(ByteBuffer rest, boolean isFirst) throws IOException {
        Sent sent = new Sent();
        AsyncWriteQueueRecord record = AsyncWriteQueueRecord.create(
                connection, Buffers.wrap(connection.getMemoryManager(), rest), sent, null, null, false);
        if (isFirst) {
            queue.setCurrentElement(record);
            connection.enableIOEvent(IOEvent.WRITE);
        } else queue.offer(record);
        return sent;
    }

    /** Ends it, whatever waits in its queue. */
    void end() {
        connection.terminateSilently();
    }

    private static final class Sent extends CompletableFuture<Void>
            implements CompletionHandler<WriteResult<WritableMessage, SocketAddress>> {
        @Override
        public void completed(WriteResult<WritableMessage, SocketAddress> result) {
            complete(null);
        }

        @Override
        public void failed(Throwable failure) {
            completeExceptionally(failure);
        }

        @Override
        public void cancelled() {
            cancel(false);
        }

        @Override
        public void updated(WriteResult<WritableMessage, SocketAddress> part) {}
    }
}
