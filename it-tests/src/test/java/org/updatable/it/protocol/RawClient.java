package org.updatable.it.protocol;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.updatable.it.Server;

/** A WebSocket byte for byte, RFC 6455: it can say what no library would, and tells what came back. */
final class RawClient implements AutoCloseable {
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;
    static final int FIN = 0x80;

    private static final int MASKED = 0x80;
    private static final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};
    private static final int PATIENCE = 20_000;

    private final Socket socket = new Socket();
    private final DataInputStream in;

    /**
     * What came back.
     *
     * @param opcode of a frame, or -1 for the end of the connection
     * @param closeCode of a close frame; 1005 when it has none, 1006 for the end without such a frame, else 0
     * @param text the payload, without the close code
     */
    record Heard(int opcode, int closeCode, String text) {
        static final Heard END = new Heard(-1, 1006, "");

        private static Heard of(int opcode, byte... payload) {
            if (opcode != CLOSE) return new Heard(opcode, 0, new String(payload, StandardCharsets.UTF_8));
            if (payload.length < 2) return new Heard(opcode, 1005, "");
            int code = Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort());
            return new Heard(opcode, code, new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8));
        }

        boolean isEnd() {
            return closeCode != 0;
        }
    }

    RawClient() throws IOException {
        this(64 * 1024);
    }

    /** @param receives how much the system may take in for it; to be known before connecting, or it becomes large */
    RawClient(int receives) throws IOException {
        socket.setReceiveBufferSize(receives);
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), Server.port()));
        in = new DataInputStream(socket.getInputStream());
        says("""
                GET /newsroom/updates HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Version: 13\r
                \r
                """.formatted(Server.port()).getBytes(StandardCharsets.US_ASCII));
        readHandshake();
    }

    /** A whole text frame. */
    static byte[] text(String text) {
        return text(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A whole text frame, of bytes that may be no text. */
    static byte[] text(byte... text) {
        return frame(FIN | TEXT, text);
    }

    /** A close frame. */
    static byte[] close(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        return frame(
                FIN | CLOSE,
                ByteBuffer.allocate(2 + text.length)
                        .putShort((short) code)
                        .put(text)
                        .array());
    }

    /** A frame as a client should mask it, in the shortest form of its length. */
    static byte[] frame(int first, byte... payload) {
        ByteBuffer frame = ByteBuffer.allocate(14 + payload.length).put((byte) first);
        if (payload.length < 126) frame.put((byte) (MASKED | payload.length));
        else if (payload.length < 1 << 16) frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        else frame.put((byte) (MASKED | 127)).putLong(payload.length);
        return masked(frame, payload);
    }

    /** A frame that says another length than it has, in eight bytes. */
    static byte[] frameOfLength(int first, long length, byte... payload) {
        ByteBuffer frame = ByteBuffer.allocate(14 + payload.length).put((byte) first);
        return masked(frame.put((byte) (MASKED | 127)).putLong(length), payload);
    }

    static byte[] unmasked(int first, byte... payload) {
        return bytes(new byte[] {(byte) first, (byte) payload.length}, payload);
    }

    static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    private static byte[] masked(ByteBuffer frame, byte... payload) {
        frame.put(MASK);
        for (int at = 0; at < payload.length; at++) frame.put((byte) (payload[at] ^ MASK[at % MASK.length]));
        byte[] whole = new byte[frame.position()];
        frame.flip().get(whole);
        return whole;
    }

    RawClient says(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Says it, even if the server has ended the connection before all of it was said. */
    RawClient triesToSay(byte... bytes) {
        try {
            return says(bytes);
        } catch (IOException endedMeanwhile) {
            return this;
        }
    }

    /** Waits for the next frame. */
    Heard hears() throws IOException {
        try {
            int first = in.readUnsignedByte();
            long length = in.readUnsignedByte();
            if (length == 126) length = in.readUnsignedShort();
            if (length == 127) length = in.readLong();
            byte[] payload = new byte[Math.toIntExact(length)];
            in.readFully(payload);
            return Heard.of(first & 0xf, payload);
        } catch (EOFException | SocketException end) {
            return Heard.END;
        }
    }

    /** Waits for the end, whatever is said before it. */
    Heard hearsTheEnd() throws IOException {
        Heard heard = hears();
        while (!heard.isEnd()) heard = hears();
        return heard;
    }

    /** Reads whatever comes until the server's end is closed; answers how many bytes there were. */
    long readToTheEnd() throws IOException {
        long count = 0;
        byte[] some = new byte[4 * 1024];
        try {
            for (int read = in.read(some); read >= 0; read = in.read(some)) count += read;
        } catch (SocketException reset) {
            return count;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void readHandshake() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) throw new IOException("The server hung up: " + head);
            head.append((char) next);
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) throw new IOException("No handshake: " + head);
    }
}
