package org.updatable.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.updatable.it.Newsroom;

/** A browser that takes nothing harms nobody. */
public abstract class StuckBrowsers {
    private static final int LARGE = 512 * 1024;
    private static final int COMMITS = 60;

    /** Shorter than the time after which the server gives a stuck browser up: nobody may wait for that. */
    private static final Duration WITHOUT_DELAY = Duration.ofSeconds(2);

    private final Newsroom newsroom = new Newsroom();

    @Test
    void aBrowserThatReadsNothingDelaysNobodyAndIsGivenUp() throws IOException {
        String label = "trap-100-label";
        try (StuckClient stuck = new StuckClient(label);
                Client lively = Client.seed().joined(label)) {
            for (int commit = 0; commit < COMMITS; commit++) {
                String value = commit + "x".repeat(LARGE);
                newsroom.ask("trap", Map.of("id", 100, "label", value, "jaw", "still"));
                await().atMost(WITHOUT_DELAY)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> lively.values(label).contains(Json.createValue(value)));
            }
            assertThat(lively.values(label)).hasSize(COMMITS);
            assertThat(stuck.readToTheEnd()).isLessThan((long) COMMITS * LARGE / 2);
        }
    }
}
