package org.updatable.hub;

import java.util.concurrent.CompletableFuture;

/** A browser that takes a frame when it is told to. */
final class SlowTransport implements Transport {
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
    public void ping(long said) {}

    void takesFrame() {
        onItsWay.complete(null);
    }

    long frames() {
        return frames;
    }
}
