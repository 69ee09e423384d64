package org.updatable.it.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.updatable.it.bench.fanout.Baton;

/** Says when what is to be told: to a {@link Baton} in another process. */
final class Conductor implements AutoCloseable {
    private static final int PATIENCE = 60;

    private final Socket follower;
    private final DataInputStream answers;
    private final CompletableFuture<?> following;

    /** Waits for who follows: it is told on which port, and answers with what is done when it does no longer. */
    Conductor(IntFunction<CompletableFuture<?>> orchestra) throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            following = orchestra.apply(door.getLocalPort());
            door.setSoTimeout(PATIENCE * 1000);
            follower = door.accept();
        }
        follower.setTcpNoDelay(true);
        follower.setSoTimeout(PATIENCE * 1000);
        answers = new DataInputStream(follower.getInputStream());
    }

    /** Asks for so many changes, the last one with this number. Does not wait. */
    void change(int last, int count) throws IOException {
        follower.getOutputStream()
                .write(ByteBuffer.allocate(2 * Integer.BYTES)
                        .putInt(count)
                        .putInt(last - count + 1)
                        .array());
    }

    /** Waits until these are made; answers when the first one began. */
    long changed() throws IOException {
        long begin = answers.readLong();
        answers.readLong();
        return begin;
    }

    @Override
    public void close() throws IOException {
        try (follower) {
            follower.getOutputStream().write(new byte[2 * Integer.BYTES]);
            following.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        }
    }
}
