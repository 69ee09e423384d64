package org.updatable.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.updatable.it.Newsroom;

/** A browser that takes nothing harms nobody. */
public abstract class StuckBrowsers {
    private static final String GROUP = "trap-100-label";
    private static final int LARGE = 256 * 1024;

    /** Longer than it takes the server to give a stuck browser up, which is 3 seconds and a tick here. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(7);

    /** Shorter than that: nobody may wait until it is given up. */
    private static final Duration WITHOUT_DELAY = Duration.ofSeconds(2);

    /** Half of them is more than what lies in the buffers of TCP, even where the machine has so much to do that few commit. */
    private static final int ENOUGH = 120;

    private final Newsroom newsroom = new Newsroom();

    @Test
    void aBrowserThatReadsNothingDelaysNobodyAndIsGivenUp() throws IOException {
        try (StuckClient stuck = new StuckClient(GROUP);
                Client lively = Client.seed().joined(GROUP)) {
            int commits = commitForLongEnough(lively);

            assertThat(stuck.readToTheEnd()).isLessThan((long) commits * LARGE / 2);
        }
    }

    /** No server would end it in good order, which is after the frame on its way. */
    @Test
    void aBrowserThatReadsNothingLosesItsConnection() throws IOException {
        try (StuckClient stuck = new StuckClient(GROUP);
                Client lively = Client.seed().joined(GROUP)) {
            commitForLongEnough(lively);

            await().atMost(WITHOUT_DELAY).until(stuck::isHungUp);
        }
    }

    private int commitForLongEnough(Client lively) {
        long begin = System.nanoTime();
        int commits = 0;
        while (commits < ENOUGH || System.nanoTime() - begin < LONG_ENOUGH.toNanos()) {
            newsroom.ask("trap", Map.of("id", 100, "label", commits++ + "x".repeat(LARGE), "jaw", "still"));
            int committed = commits;
            await().atMost(WITHOUT_DELAY)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> lively.frames().size() == committed);
        }
        return commits;
    }
}
