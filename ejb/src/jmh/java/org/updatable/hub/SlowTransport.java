package org.updatable.hub;

import java.util.concurrent.CompletableFuture;
import org.updatable.counters.Counters;

/** A browser that takes a frame when it is told to, and answers at once. */
final class SlowTransport implements Transport {
    private final Outbox outbox = new Outbox(this, true, System::nanoTime, new Counters());
    private CompletableFuture<Void> onItsWay = CompletableFuture.completedFuture(null);
    private long frames;

    @Override
    public CompletableFuture<Void> send(Frame frame) {
        frames++;
        onItsWay = new CompletableFuture<>();
        return onItsWay;
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

    void takesFrame() {
        onItsWay.complete(null);
    }

    long frames() {
        return frames;
    }
}
