package org.updatable.capture.postgres;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What this node has said itself, and so has told its own browsers already, until it comes back. */
final class Echoes {
    private final Map<Said, Integer> expected = new HashMap<>();

    /** It is about to be said. */
    synchronized void expect(List<Said> all) {
        all.forEach(said -> expected.merge(said, 1, Integer::sum));
    }

    /** It was not said after all, or has come back. Answers false when it was not expected: somebody else has said it. */
    synchronized boolean remove(Said said) {
        Integer times = expected.get(said);
        if (times == null) return false;
        if (times == 1) expected.remove(said);
        else expected.put(said, times - 1);
        return true;
    }

    /** What was said before does not come back any more. */
    synchronized void forget() {
        expected.clear();
    }
}
