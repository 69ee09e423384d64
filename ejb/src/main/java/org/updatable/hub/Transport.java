package org.updatable.hub;

import java.util.concurrent.CompletableFuture;

/** What carries frames to one browser. */
public interface Transport {
    /** Of frames that they only keep, servers say that they have left. */
    int WINDOW = 128 * 1024;

    /** Of frames that the system has taken, so many wait outside of this server's memory: more would be outdated when they arrive. */
    int WINDOW_OF_THE_SYSTEM = 1024 * 1024;

    /**
     * Begins to send a frame. Called for one frame at a time.
     *
     * @param frame what others may get, too
     * @return done when the frame has left this process, failed when it cannot; never null, does not throw
     */
    CompletableFuture<Void> send(Frame frame);

    /**
     * How much may be on its way before the browser has to answer a ping that comes behind it.
     *
     * @return bytes
     */
    default int window() {
        return WINDOW;
    }

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
