package org.updatable.hub;

import java.util.concurrent.CompletableFuture;
import org.updatable.counters.Counters;

/** A browser that has taken each frame at once, and answers at once. What it costs is in the baselines, too. */
final class InstantTransport implements Transport {
    private static final CompletableFuture<Void> SENT = CompletableFuture.completedFuture(null);

    private final Outbox outbox = new Outbox(this, true, System::nanoTime, new Counters());
    private long frames;
    private long bytes;

    @Override
    public CompletableFuture<Void> send(Frame frame) {
        frames++;
        bytes += frame.wire().remaining();
        return SENT;
    }

    @Override
    public void close(int code, String reason) {
        throw new IllegalStateException(reason);
    }

    @Override
    public void ping(long said) {
        outbox.answered(said);
    }

    /** Where frames for this browser wait. */
    Outbox outbox() {
        return outbox;
    }

    long frames() {
        return frames;
    }

    long bytes() {
        return bytes;
    }
}
