package org.updatable.hub;

import java.util.concurrent.CompletableFuture;

/** A browser that has taken each frame at once. What it costs is in the baselines, too. */
final class InstantTransport implements Transport {
    private static final CompletableFuture<Void> SENT = CompletableFuture.completedFuture(null);

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
    public void ping(long said) {}

    long frames() {
        return frames;
    }

    long bytes() {
        return bytes;
    }
}
