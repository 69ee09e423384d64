package org.updatable.it.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.updatable.it.bench.fanout.Baton;
import org.updatable.it.bench.fanout.Words;

/**
 * The physical limit, in a process of its own: for each connection one {@code write} of a WebSocket frame that is made once for all,
 * or of several frames at once. It says on which port it is, and is told in lines on which port a {@link Baton} is, and how many frames
 * a write has; it ends when it is told nothing more.
 */
final class Raw {
    private static final int MOST_WAITING = 4096;
    private static final int TEXT = 0x81;
    private static final int SHORT = 126;

    /** To the key of RFC 6455, 1.3, which is that of all {@link Receivers}. */
    private static final String ANSWER = """
            HTTP/1.1 101 Switching Protocols\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r
            \r
            """;

    private final ServerSocketChannel door;
    private final List<SocketChannel> connections = Collections.synchronizedList(new ArrayList<>());

    private Raw() throws IOException {
        door = ServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), MOST_WAITING);
    }

    /** Begins. */
    public static void main(String[] arguments) throws Exception {
        Raw raw = new Raw();
        Thread porter = new Thread(raw::accept, "porter");
        porter.setDaemon(true);
        porter.start();
        System.out.println(raw.door.socket().getLocalPort());
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ", 2);
            int frames = Integer.parseInt(words[1]);
            Baton.follow(Integer.parseInt(words[0]), value -> raw.tell(frames, value));
            raw.hangUp();
            System.out.println("done");
        }
    }

    private void accept() {
        ByteBuffer request = ByteBuffer.allocate(4096);
        try {
            while (true) {
                SocketChannel connection = door.accept();
                connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
                request.clear();
                while (!isWhole(request)) if (connection.read(request) < 0) throw new IOException("Nobody asks.");
                connections.add(connection);
                connection.write(StandardCharsets.US_ASCII.encode(ANSWER));
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static boolean isWhole(ByteBuffer request) {
        return StandardCharsets.US_ASCII
                .decode(request.duplicate().flip())
                .toString()
                .endsWith("\r\n\r\n");
    }

    /** A blocking channel: what one does not take now is waited for, and costs nothing. */
    private long tell(int frames, int value) throws IOException {
        ByteBuffer all = frames(frames, value);
        long begin = System.nanoTime();
        for (SocketChannel connection : connections) {
            connection.write(all);
            all.rewind();
        }
        return begin;
    }

    private static ByteBuffer frames(int count, int value) {
        ByteBuffer all = ByteBuffer.allocateDirect(count * SHORT);
        for (int row = 1; row <= count; row++) {
            byte[] text = Words.of(row, value).getBytes(StandardCharsets.US_ASCII);
            if (text.length >= SHORT) throw new IllegalArgumentException("Too long for two bytes before it.");
            all.put((byte) TEXT).put((byte) text.length).put(text);
        }
        return all.flip();
    }

    private void hangUp() throws IOException {
        for (SocketChannel connection : connections) connection.close();
        connections.clear();
    }
}
