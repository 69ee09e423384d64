package org.updatable.hub.undertow.xnio;

import io.undertow.websockets.core.WebSocketChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.updatable.hub.undertow.DirectSink;
import org.xnio.Buffers;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.StreamSinkConduit;

/**
 * What Undertow writes to, and we do, one at a time: a frame of the one begins where one of the other has ended. Undertow hands all frames
 * over that it has, whole, and hands over again what was not taken; so it is within a frame, or may be, after it was not all taken. What is
 * left of a frame of ours goes before anything else: until then nothing is taken of Undertow, nor is the sink flushed, and so Undertow asks
 * for as long as it takes, as it does when its own wait.
 */
final class XnioSink extends AbstractStreamSinkConduit<StreamSinkConduit> implements DirectSink {
    private static final CompletableFuture<Void> WRITTEN = CompletableFuture.completedFuture(null);

    private final WebSocketChannel channel;
    private @Nullable Rest rest;
    private boolean isWithinOther;

    /** RFC 6455, 5.5.1: no data follow a close frame. */
    private boolean isClosing;

    /** What the system has not taken yet of a frame of ours. */
    private record Rest(ByteBuffer frame, CompletableFuture<Void> sent) {}

    /**
     * @param next where Undertow has written to
     * @param channel to which that belongs
     */
    XnioSink(StreamSinkConduit next, WebSocketChannel channel) {
        super(next);
        this.channel = channel;
    }

    @Override
    public synchronized @Nullable CompletableFuture<Void> send(ByteBuffer frame) {
        if (isWithinOther || rest != null) return null;
        try {
            if (isClosing) throw new ClosedChannelException();
            next.write(frame);
            if (!frame.hasRemaining()) return WRITTEN;
        } catch (IOException broken) {
            return CompletableFuture.failedFuture(broken);
        }
        rest = new Rest(frame, new CompletableFuture<>());
        next.resumeWrites();
        return rest.sent();
    }

    @Override
    public synchronized int write(ByteBuffer src) throws IOException {
        return (int) write(new ByteBuffer[] {src}, 0, 1);
    }

    @Override
    public synchronized long write(ByteBuffer[] srcs, int offset, int length) throws IOException {
        if (!isRestWritten()) return 0;
        isClosing = channel.isCloseFrameSent();
        long written = next.write(srcs, offset, length);
        isWithinOther = Buffers.hasRemaining(srcs, offset, length);
        return written;
    }

    @Override
    public int writeFinal(ByteBuffer src) throws IOException {
        return Conduits.writeFinalBasic(this, src);
    }

    @Override
    public long writeFinal(ByteBuffer[] srcs, int offset, int length) throws IOException {
        return Conduits.writeFinalBasic(this, srcs, offset, length);
    }

    /** Undertow does not write so. Where a frame would end could not be told. */
    @Override
    public synchronized long transferFrom(FileChannel src, long position, long count) throws IOException {
        if (!isRestWritten()) return 0;
        isWithinOther = true;
        return next.transferFrom(src, position, count);
    }

    @Override
    public long transferFrom(StreamSourceChannel source, long count, ByteBuffer throughBuffer) throws IOException {
        return Conduits.transfer(source, count, throughBuffer, this);
    }

    @Override
    public synchronized boolean flush() throws IOException {
        return isRestWritten() && next.flush();
    }

    /** Not while a frame of ours waits: nobody would ask again. */
    @Override
    public synchronized void suspendWrites() {
        if (rest == null) next.suspendWrites();
    }

    @Override
    public void terminateWrites() throws IOException {
        lose(new ClosedChannelException());
        next.terminateWrites();
    }

    @Override
    public void truncateWrites() throws IOException {
        lose(new ClosedChannelException());
        next.truncateWrites();
    }

    private boolean isRestWritten() throws IOException {
        if (rest == null) return true;
        try {
            next.write(rest.frame());
        } catch (IOException broken) {
            lose(broken);
            throw broken;
        }
        if (rest.frame().hasRemaining()) return false;
        CompletableFuture<Void> sent = rest.sent();
        rest = null;
        later(() -> sent.complete(null));
        return true;
    }

    private synchronized void lose(IOException why) {
        Rest lost = rest;
        rest = null;
        if (lost != null) later(() -> lost.sent().completeExceptionally(why));
    }

    /** Who hears that a frame has left may send the next one at once. */
    private void later(Runnable said) {
        try {
            getWriteThread().execute(said);
        } catch (RejectedExecutionException serverStops) {
            said.run();
        }
    }
}
