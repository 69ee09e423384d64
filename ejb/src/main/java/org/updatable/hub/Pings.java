package org.updatable.hub;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** What is said with a ping, and repeated with the pong to it. */
public final class Pings {
    /** Says nothing in particular. */
    static final long ANY = 0;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Pings() {}

    /** What nobody can repeat who has not read it. */
    static long question() {
        long question = ANY;
        while (question == ANY) question = RANDOM.nextLong();
        return question;
    }

    /**
     * The payload of a ping.
     *
     * @param said what it says
     * @return a new buffer
     */
    public static ByteBuffer payload(long said) {
        return ByteBuffer.allocate(Long.BYTES).putLong(said).flip();
    }

    /** What the payload of a pong says; {@link #ANY} for that of nobody's ping. */
    static long said(ByteBuffer payload) {
        return payload.remaining() == Long.BYTES ? payload.getLong(payload.position()) : ANY;
    }
}
