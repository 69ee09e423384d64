package org.updatable.it.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Who connect as others do, until they are ready, and then read nothing more: their connections stay, and take nothing. */
final class Stuck implements AutoCloseable {
    /** The system may take more. */
    private static final int LEAST_BUFFER = 4096;

    private static final int PATIENCE = 20_000;

    private final List<Socket> sockets = new ArrayList<>();

    /**
     * Comes, and waits until all are ready.
     *
     * @param size how many
     * @param door where
     * @param greeting what each says; it has one answer, which says that it is ready
     */
    Stuck(int size, URI door, List<String> greeting) throws IOException {
        for (int number = 0; number < size; number++) {
            Socket socket = new Socket();
            sockets.add(socket);
            socket.setReceiveBufferSize(LEAST_BUFFER);
            socket.setSoTimeout(PATIENCE);
            socket.connect(new InetSocketAddress(door.getHost(), door.getPort()));
            say(socket, Crowd.handshake(door, true));
            hear(socket, "\r\n\r\n");
            say(socket, Crowd.frames(greeting));
            hear(socket, "\"type\":\"ready\"");
        }
    }

    private static void say(Socket socket, ByteBuffer words) throws IOException {
        socket.getOutputStream().write(words.array(), words.arrayOffset(), words.remaining());
    }

    private static void hear(Socket socket, String last) throws IOException {
        InputStream from = socket.getInputStream();
        StringBuilder heard = new StringBuilder();
        byte[] some = new byte[LEAST_BUFFER];
        while (heard.indexOf(last) < 0) {
            int count = from.read(some);
            if (count < 0) throw new IOException("The server hung up after: " + heard);
            heard.append(new String(some, 0, count, StandardCharsets.ISO_8859_1));
        }
    }

    /** How many bytes have come to all of them, and were not read. */
    long unread() throws IOException {
        long unread = 0;
        for (Socket socket : sockets) unread += socket.getInputStream().available();
        return unread;
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) socket.close();
    }
}
