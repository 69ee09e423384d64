package org.updatable.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.updatable.hub.Liveness.Verdict;

class LivenessTest {
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private long now;
    private final Liveness liveness = new Liveness(() -> now);

    @Test
    void whoIsSilentIsAskedOnceAndGivenUp() {
        assertThat(after(30)).isEqualTo(Verdict.FINE);
        assertThat(after(1)).isEqualTo(Verdict.TO_BE_ASKED);
        assertThat(after(1)).isEqualTo(Verdict.FINE);
        assertThat(after(28)).isEqualTo(Verdict.FINE);
        assertThat(after(1)).isEqualTo(Verdict.GONE);
    }

    @Test
    void whoAnswersIsAskedAgainLater() {
        assertThat(after(31)).isEqualTo(Verdict.TO_BE_ASKED);
        liveness.heard();
        assertThat(after(30)).isEqualTo(Verdict.FINE);
        assertThat(after(1)).isEqualTo(Verdict.TO_BE_ASKED);
        assertThat(after(1)).isEqualTo(Verdict.FINE);
    }

    private Verdict after(long seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
        return liveness.look(SILENCE);
    }
}
