package org.updatable.hub;

import java.util.concurrent.CompletableFuture;

/** What carries frames to one browser. */
public interface Transport {

    /**
     * Begins to send a frame. Called for one frame at a time.
     *
     * @param frame what others may get, too
     * @return done when the frame has left this process, failed when it cannot; never null, does not throw
     */
    CompletableFuture<Void> send(Frame frame);

    /**
     * Ends the connection at once, also while a frame is being sent.
     *
     * @param code a WebSocket close code
     * @param reason for the person who reads the browser's log
     */
    void close(int code, String reason);

    /**
     * Asks the browser for a sign of life, which it gives by itself. Does not wait, and does not throw.
     *
     * @param said what it repeats, see {@link Pings}
     */
    void ping(long said);

    /**
     * Ends the connection without waiting for the other side, which is not there any more.
     *
     * @param code a WebSocket close code
     * @param reason for the person who reads the browser's log
     */
    default void abandon(int code, String reason) {
        close(code, reason);
    }
}
