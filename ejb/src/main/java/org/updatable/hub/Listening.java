package org.updatable.hub;

import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what one browser says, and gives up when it says too much. No server can be left to count: Tyrus
 * heeds {@code @OnMessage(maxMessageSize)} only, and Undertow's own limit counts nothing but what has arrived when the
 * frame begins. Not thread-safe: a server hands over the parts of a connection one after the other.
 */
final class Listening {
    private final Limits limits;
    private final TokenBucket frames;
    private @Nullable StringBuilder parts;
    private int bytes;
    private int badFrames;
    private boolean over;

    /**
     * Nothing was heard yet.
     *
     * @param limits how much it may be
     * @param nanoClock as {@link System#nanoTime()}
     */
    Listening(Limits limits, LongSupplier nanoClock) {
        this.limits = limits;
        frames = new TokenBucket(limits.framesPerSecond(), limits.burst(), nanoClock);
    }

    /**
     * Hears the next part.
     *
     * @param last whether the frame ends with it
     * @return the whole frame, or null as long as there is more of it
     * @throws TooMuch when the frame is too long, or one too many
     */
    @Nullable
    String hear(String part, boolean last) throws TooMuch {
        if (over) return null;
        // Parts that hold nothing could come for ever; the others end at the limit of bytes.
        if ((last || part.isEmpty()) && !frames.take())
            throw new TooMuch(
                    "A connection says %d frames a second at most, %d at once (updatable.max-frames-per-second)."
                            .formatted(limits.framesPerSecond(), limits.burst()));
        if (part.length() > limits.frameBytes() - bytes) throw TooMuch.inOneFrame(limits.frameBytes());
        bytes += part.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > limits.frameBytes()) throw TooMuch.inOneFrame(limits.frameBytes());
        StringBuilder before = parts;
        if (!last) {
            parts = (before == null ? new StringBuilder() : before).append(part);
            return null;
        }
        parts = null;
        bytes = 0;
        return before == null ? part : before.append(part).toString();
    }

    /**
     * The frame was a bad one.
     *
     * @throws TooMuch when it is one too many
     */
    void heardBadFrame() throws TooMuch {
        if (++badFrames > limits.badFrames())
            throw new TooMuch("A connection says %d bad frames at most (updatable.max-bad-frames)."
                    .formatted(limits.badFrames()));
    }

    /** Nothing is heard any more: the connection ends, and a server may still hand over what came before that. */
    void end() {
        over = true;
        parts = null;
    }
}
