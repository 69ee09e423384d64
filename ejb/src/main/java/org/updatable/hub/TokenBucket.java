package org.updatable.hub;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lets things happen so many times a second on average, and a number of them at once. Not thread-safe. */
final class TokenBucket {
    private final double capacity;
    private final double tokensPerNano;
    private final LongSupplier nanoClock;
    private double tokens;
    private long filledAt;

    /**
     * A full bucket.
     *
     * @param perSecond how many tokens come back in a second
     * @param capacity how many it holds
     * @param nanoClock as {@link System#nanoTime()}
     */
    TokenBucket(long perSecond, long capacity, LongSupplier nanoClock) {
        this.capacity = capacity;
        this.tokensPerNano = (double) perSecond / TimeUnit.SECONDS.toNanos(1);
        this.nanoClock = nanoClock;
        tokens = capacity;
        filledAt = nanoClock.getAsLong();
    }

    /** Takes a token; false when there is none. */
    boolean take() {
        long now = nanoClock.getAsLong();
        tokens = Math.min(capacity, tokens + (now - filledAt) * tokensPerNano);
        filledAt = now;
        if (tokens < 1) return false;
        tokens--;
        return true;
    }
}
