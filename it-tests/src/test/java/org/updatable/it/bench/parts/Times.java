package org.updatable.it.bench.parts;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Arrays;

/** How long some transactions took. */
final class Times {
    private final long[] nanos;
    private int count;

    Times(int most) {
        nanos = new long[most];
    }

    void add(long took) {
        nanos[count++] = took;
    }

    /** In microseconds. */
    JsonObject summary() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return Json.createObjectBuilder()
                .add("median", sorted[count / 2] / 1e3)
                .add("p95", sorted[(int) (count * 0.95)] / 1e3)
                .build();
    }
}
