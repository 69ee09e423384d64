package org.updatable.hub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text on its way to browsers. It is encoded once for all who get it, when the first of them needs it so. */
public final class Frame {
    /** RFC 6455, 5.2: the only part of a text. */
    private static final byte TEXT = (byte) 0x81;

    private static final int LONGEST_OF_ONE_BYTE = 125;
    private static final int TWO_BYTES_FOLLOW = 126;
    private static final int EIGHT_BYTES_FOLLOW = 127;
    private static final int LONGEST_OF_TWO_BYTES = 0xffff;
    private static final int SHORT_HEAD = 2;
    private static final int MIDDLE_HEAD = SHORT_HEAD + Short.BYTES;
    private static final int LONG_HEAD = SHORT_HEAD + Long.BYTES;

    private final String text;
    private volatile byte @Nullable [] wire;

    /**
     * A frame that nobody has got yet.
     *
     * @param text what it says
     */
    public Frame(String text) {
        this.text = text;
    }

    /**
     * What it says.
     *
     * @return JSON
     */
    public String text() {
        return text;
    }

    /**
     * All that goes through the connection, from a server: head and payload, as RFC 6455 has it.
     *
     * @return a new buffer, of bytes that are not to be changed
     */
    public ByteBuffer wire() {
        return ByteBuffer.wrap(bytes());
    }

    /**
     * What it says, in UTF-8.
     *
     * @return a new buffer, of bytes that are not to be changed
     */
    public ByteBuffer payload() {
        byte[] all = bytes();
        int head = head(all);
        return ByteBuffer.wrap(all, head, all.length - head).slice();
    }

    private byte[] bytes() {
        byte[] all = wire;
        if (all != null) return all;
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        all = new byte[headOf(payload.length) + payload.length];
        ByteBuffer buffer = ByteBuffer.wrap(all).put(TEXT);
        switch (headOf(payload.length)) {
            case SHORT_HEAD -> buffer.put((byte) payload.length);
            case MIDDLE_HEAD -> buffer.put((byte) TWO_BYTES_FOLLOW).putShort((short) payload.length);
            default -> buffer.put((byte) EIGHT_BYTES_FOLLOW).putLong(payload.length);
        }
        buffer.put(payload);
        wire = all;
        return all;
    }

    private static int headOf(int length) {
        if (length <= LONGEST_OF_ONE_BYTE) return SHORT_HEAD;
        return length <= LONGEST_OF_TWO_BYTES ? MIDDLE_HEAD : LONG_HEAD;
    }

    private static int head(byte[] all) {
        return switch (all[1]) {
            case TWO_BYTES_FOLLOW -> MIDDLE_HEAD;
            case EIGHT_BYTES_FOLLOW -> LONG_HEAD;
            default -> SHORT_HEAD;
        };
    }
}
