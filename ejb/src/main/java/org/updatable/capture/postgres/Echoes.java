package org.updatable.capture.postgres;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What this node has said itself, and so has told its own browsers already, until it comes back. */
final class Echoes {
    /** What has not come back by then has gone where nobody listened. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Predicate<String> isHeard;
    private final Map<Said, Deque<Long>> expected = new HashMap<>();

    /** @param isHeard whether a channel is listened to: what is said on others does not come back */
    Echoes(Predicate<String> isHeard) {
        this.isHeard = isHeard;
    }

    /** It is about to be said. */
    synchronized void expect(List<Said> all) {
        long now = System.nanoTime();
        expected.values().removeIf(times -> isLate(times.getLast(), now));
        for (Said said : all)
            if (isHeard.test(said.channel()))
                expected.computeIfAbsent(said, first -> new ArrayDeque<>()).add(now);
    }

    /** It was not said after all, or has come back. Answers false when it was not expected: somebody else has said it. */
    synchronized boolean remove(Said said) {
        Deque<Long> times = expected.get(said);
        if (times == null) return false;
        boolean isExpected = !isLate(times.removeLast(), System.nanoTime());
        if (times.isEmpty()) expected.remove(said);
        return isExpected;
    }

    /** What was said before does not come back any more. */
    synchronized void forget() {
        expected.clear();
    }

    private static boolean isLate(long since, long now) {
        return now - since > PATIENCE.toNanos();
    }
}
