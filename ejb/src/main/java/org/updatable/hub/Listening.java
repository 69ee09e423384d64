package org.updatable.hub;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what one browser says, and gives up when it says too much at once. No server can be left to count: Tyrus
 * heeds {@code @OnMessage(maxMessageSize)} only, and Undertow's own limit counts nothing but what has arrived when the
 * frame begins. Not thread-safe: a server hands over the parts of a connection one after the other.
 */
final class Listening {
    private final int mostBytes;
    private final StringBuilder parts = new StringBuilder();
    private int bytes;

    Listening(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * Hears the next part.
     *
     * @param last whether the frame ends with it
     * @return the whole frame, or null as long as there is more of it
     * @throws TooMuch when the frame is too long, once; what follows is not heard any more
     */
    @Nullable
    String hear(String part, boolean last) throws TooMuch {
        if (bytes > mostBytes) return null;
        bytes += part.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > mostBytes) {
            parts.setLength(0);
            throw new TooMuch();
        }
        parts.append(part);
        if (!last) return null;
        String frame = parts.toString();
        parts.setLength(0);
        bytes = 0;
        return frame;
    }

    /** Thrown instead of a frame that is too long. */
    static final class TooMuch extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
