package org.updatable.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private long now = Long.MAX_VALUE - 1; // as System.nanoTime, which may pass the largest number
    private final TokenBucket bucket = new TokenBucket(10, 3, () -> now);

    @Test
    void soManyAsItHoldsAreTakenAtOnce() {
        assertThat(taken(5)).isEqualTo(3);
    }

    @Test
    void theyComeBackOneByOne() {
        taken(3);

        now += Duration.ofMillis(99).toNanos();
        assertThat(taken(1)).isZero();
        now += Duration.ofMillis(2).toNanos();
        assertThat(taken(2)).isEqualTo(1);
    }

    @Test
    void onAverageThereAreNoMore() {
        taken(3);

        int taken = 0;
        for (int millisecond = 0; millisecond < 10_000; millisecond++) {
            now += Duration.ofMillis(1).toNanos();
            taken += taken(1);
        }
        assertThat(taken).isBetween(99, 100);
    }

    @Test
    void itHoldsNoMoreAfterALongTime() {
        taken(3);
        now += Duration.ofDays(365).toNanos();

        assertThat(taken(5)).isEqualTo(3);
    }

    private int taken(int attempts) {
        int taken = 0;
        for (int attempt = 0; attempt < attempts; attempt++) if (bucket.take()) taken++;
        return taken;
    }
}
