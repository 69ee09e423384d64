package org.updatable.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.updatable.settings.Settings;

class ListeningTest {
    private static final int FRAMES_AT_ONCE = 20;

    private final Limits limits = new Limits(5, 10, 2, 3, 4);
    private long now;
    private final Listening listening = new Listening(limits, () -> now);

    @Test
    void aFrameIsHeardWhenItsLastPartHasCome() throws TooMuch {
        assertThat(listening.hear("Hello, ", false)).isNull();
        assertThat(listening.hear("you", true)).isEqualTo("Hello, you");
        assertThat(listening.hear("again", true)).isEqualTo("again");
    }

    @Test
    void eachFrameMayBeAsLongAsTheOneBefore() throws TooMuch {
        assertThat(listening.hear("0123456789", true)).isEqualTo("0123456789");
        assertThat(listening.hear("9876543210", true)).isEqualTo("9876543210");
    }

    @Test
    void bytesAreCounted() {
        assertThatThrownBy(() -> listening.hear("\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4", true))
                .isInstanceOf(TooMuch.class)
                .hasMessage("A frame has 10 bytes at most (updatable.max-frame-bytes).")
                .extracting(tooMuch -> ((TooMuch) tooMuch).closeCode())
                .isEqualTo(1009);
    }

    @Test
    void partsAreCountedTogether() throws TooMuch {
        assertThat(listening.hear("01234567", false)).isNull();
        assertThatThrownBy(() -> listening.hear("89a", false)).isInstanceOf(TooMuch.class);
    }

    @Test
    void afterTheEndNothingIsHeard() throws TooMuch {
        assertThat(listening.hear("01234567", false)).isNull();
        listening.end();

        assertThat(listening.hear("89", true)).isNull();
        assertThat(listening.hear("more", true)).isNull();
    }

    @Test
    void tooManyFramesAreTooMuchUntilTimeHasPassed() throws TooMuch {
        for (int frame = 0; frame < FRAMES_AT_ONCE; frame++)
            assertThat(listening.hear("x", true)).isNotNull();
        assertThatThrownBy(() -> listening.hear("x", true))
                .isInstanceOf(TooMuch.class)
                .hasMessage(
                        "A connection says 5 frames a second at most, 20 at once (updatable.max-frames-per-second).")
                .extracting(tooMuch -> ((TooMuch) tooMuch).closeCode())
                .isEqualTo(4429);

        now += Duration.ofMillis(201).toNanos();
        assertThat(listening.hear("x", true)).isNotNull();
    }

    @Test
    void aFrameInManyPartsIsOneFrame() throws TooMuch {
        for (int frame = 0; frame < FRAMES_AT_ONCE; frame++) {
            for (int part = 0; part < 9; part++)
                assertThat(listening.hear("x", false)).isNull();
            assertThat(listening.hear("x", true)).hasSize(10);
        }
    }

    @Test
    void partsThatHoldNothingDoNotComeForEver() throws TooMuch {
        for (int part = 0; part < FRAMES_AT_ONCE; part++)
            assertThat(listening.hear("", false)).isNull();

        assertThatThrownBy(() -> listening.hear("", false)).isInstanceOf(TooMuch.class);
    }

    @Test
    void someBadFramesAreForgiven() throws TooMuch {
        listening.heardBadFrame();
        listening.heardBadFrame();

        assertThatThrownBy(listening::heardBadFrame)
                .isInstanceOf(TooMuch.class)
                .hasMessage("A connection says 2 bad frames at most (updatable.max-bad-frames).");
    }

    @Test
    void aBatchHasALimit() throws TooMuch {
        limits.checkBatch(3);

        assertThatThrownBy(() -> limits.checkBatch(4))
                .isInstanceOf(TooMuch.class)
                .hasMessage("A batch has 3 subscriptions at most (updatable.max-batch).");
    }

    @Test
    void groupsHaveALimit() throws TooMuch {
        limits.checkGroups(4);

        assertThatThrownBy(() -> limits.checkGroups(5))
                .isInstanceOf(TooMuch.class)
                .hasMessage("A connection watches 4 groups at most (updatable.max-groups).");
    }

    @Test
    void theLimitsAreSettings() {
        assertThat(Limits.of(new Settings(name -> Optional.empty()))).isEqualTo(new Limits(50, 65_536, 20, 1000, 5000));
    }
}
