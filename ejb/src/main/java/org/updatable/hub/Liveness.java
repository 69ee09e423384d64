package org.updatable.hub;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a connection was heard last. A network that is gone says nothing, and TCP notices when something is sent at the
 * earliest. Every browser answers a ping by itself, whatever its page does.
 */
final class Liveness {
    private final LongSupplier nanoClock;
    private volatile long heardAt;
    private boolean asked;

    /** What is to be done about a connection. */
    enum Verdict {
        FINE,
        TO_BE_ASKED,
        GONE
    }

    /**
     * Heard now.
     *
     * @param nanoClock as {@link System#nanoTime()}
     */
    Liveness(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        heard();
    }

    /** Something has come from there. May be called by any thread. */
    void heard() {
        heardAt = nanoClock.getAsLong();
    }

    /**
     * Looks whether it is still there. To be called by one thread, now and then.
     *
     * @param silence how long is too long; after half of it, it is to be asked, once
     * @return what is to be done now
     */
    Verdict look(Duration silence) {
        long silent = nanoClock.getAsLong() - heardAt;
        if (silent > silence.toNanos()) return Verdict.GONE;
        if (silent <= silence.toNanos() / 2) {
            asked = false;
            return Verdict.FINE;
        }
        if (asked) return Verdict.FINE;
        asked = true;
        return Verdict.TO_BE_ASKED;
    }
}
