package org.updatable.hub;

import jakarta.websocket.CloseReason.CloseCodes;

/** Thrown when a connection has said more than it may, which ends it. */
public final class TooMuch extends Exception {
    /** Our own, for a client that should wait before it comes back. */
    static final int OVER_A_LIMIT = 4429;

    private static final long serialVersionUID = 1L;

    private final int closeCode;
    private final String sentence;

    /**
     * A limit is passed.
     *
     * @param sentence which names the limit; 123 bytes at most, as RFC 6455 allows beside a close code
     */
    public TooMuch(String sentence) {
        this(OVER_A_LIMIT, sentence);
    }

    private TooMuch(int closeCode, String sentence) {
        super(sentence);
        this.closeCode = closeCode;
        this.sentence = sentence;
    }

    /** RFC 6455 has a code for that. */
    static TooMuch inOneFrame(int mostBytes) {
        return new TooMuch(
                CloseCodes.TOO_BIG.getCode(),
                "A frame has %d bytes at most (updatable.max-frame-bytes).".formatted(mostBytes));
    }

    int closeCode() {
        return closeCode;
    }

    String sentence() {
        return sentence;
    }
}
