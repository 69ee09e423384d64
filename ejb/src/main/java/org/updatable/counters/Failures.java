package org.updatable.counters;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What failed of ours. A failure never reaches the application: it is counted, logged once for each place and type
 * with what follows from it, and at debug level afterwards.
 */
public final class Failures {
    private static final Logger LOG = System.getLogger("org.updatable");
    private static final Map<String, LongAdder> COUNTS = new ConcurrentHashMap<>();

    private Failures() {}

    static long count() {
        return COUNTS.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /**
     * Counts a failure. Never throws.
     *
     * @param what what failed, and what follows from it, in one sentence
     * @param failure the exception
     */
    public static void report(String what, Throwable failure) {
        try {
            LongAdder count = COUNTS.computeIfAbsent(what + failure.getClass().getName(), first -> new LongAdder());
            count.increment();
            if (count.sum() == 1) LOG.log(Level.WARNING, what + " Said once; later ones are only counted.", failure);
            else LOG.log(Level.DEBUG, what, failure);
        } catch (Throwable evenThis) { // NOPMD: there is nobody left to tell, and the application must go on
            return;
        }
    }
}
