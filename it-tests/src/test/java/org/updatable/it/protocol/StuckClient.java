package org.updatable.it.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.updatable.it.Server;

/** One that joins a group, and then reads nothing that it is sent. */
final class StuckClient implements AutoCloseable {
    private static final int SMALL = 4 * 1024;
    private static final int PATIENCE = 30_000;

    private final Socket socket = new Socket();

    StuckClient(String group) throws IOException {
        socket.setReceiveBufferSize(SMALL); // before connecting, or the system makes it large
        socket.setSoTimeout(PATIENCE);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), Server.port()));
        write("""
                GET /newsroom/updates HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Version: 13\r
                \r
                """.formatted(Server.port()).getBytes(StandardCharsets.US_ASCII));
        readHandshake();
        write(maskedFrame("{\"subscribe\":true,\"group\":\"" + group + "\"}"));
    }

    /** Reads at last, until the server's end is closed; answers how many bytes there were. */
    long readToTheEnd() throws IOException {
        long count = 0;
        byte[] some = new byte[SMALL];
        try {
            InputStream in = socket.getInputStream();
            for (int read = in.read(some); read >= 0; read = in.read(some)) count += read;
        } catch (SocketException reset) {
            return count;
        }
        return count;
    }

    /** Whether the server has closed its end: then what is written to it comes back as an error, the next time. */
    boolean isHungUp() {
        try {
            write(maskedFrame("{}"));
            return false;
        } catch (IOException refused) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void readHandshake() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) throw new IOException("The server hung up: " + head);
            head.append((char) next);
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) throw new IOException("No handshake: " + head);
    }

    private void write(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** A text frame of at most 125 bytes, RFC 6455 section 5.2; the mask is zero, so that the text stays as it is. */
    private static byte[] maskedFrame(String text) {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[6 + payload.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | payload.length);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        return frame;
    }
}
