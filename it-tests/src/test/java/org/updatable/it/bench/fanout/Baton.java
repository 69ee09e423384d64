package org.updatable.it.bench.fanout;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/**
 * Makes changes when it is told to, over a connection of its own: an HTTP request for each would cost more than what is measured.
 */
public final class Baton {
    private Baton() {}

    /** Makes a change. */
    @FunctionalInterface
    public interface Change {
        /**
         * Tells a number to all.
         *
         * @param value the number
         * @return when it began to: {@link System#nanoTime}
         */
        long to(int value) throws Exception;
    }

    /**
     * Does as it is told until it is told to end: so many changes, the first one with this number, and each with the next one.
     * Answers when the first one began, and when the last one had been made.
     *
     * @param port on this machine, where it is told
     * @param change what is to be done
     */
    public static void follow(int port, Change change) throws Exception {
        try (Socket conductor = new Socket(InetAddress.getLoopbackAddress(), port)) {
            conductor.setTcpNoDelay(true);
            DataInputStream orders = new DataInputStream(new BufferedInputStream(conductor.getInputStream()));
            for (int count = orders.readInt(); count > 0; count = orders.readInt()) {
                int value = orders.readInt();
                long begin = change.to(value);
                for (int next = 1; next < count; next++) change.to(value + next);
                answer(conductor, begin);
            }
        }
    }

    private static void answer(Socket conductor, long begin) throws IOException {
        conductor
                .getOutputStream()
                .write(ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(begin)
                        .putLong(System.nanoTime())
                        .array());
    }
}
