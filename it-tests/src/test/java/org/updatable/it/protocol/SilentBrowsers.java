package org.updatable.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.updatable.it.protocol.RawClient.Heard;

/** A network that is gone says nothing: whoever does not even answer a ping is given up after {@link #SECONDS}. */
public abstract class SilentBrowsers {
    /** What the application sets. */
    public static final int SECONDS = 4;

    private static final int OUR_CLOSE_CODE = 4409;

    @Test
    void whoDoesNotAnswerIsGivenUp() throws IOException {
        try (RawClient silent = new RawClient()) {
            assertThat(silent.hears().opcode()).isEqualTo(RawClient.PING);

            // WildFly does not wait until the close frame has left.
            assertThat(silent.hearsTheEnd().closeCode()).isIn(OUR_CLOSE_CODE, Heard.END.closeCode());
        }
    }

    @Test
    void whoAnswersStays() throws IOException {
        try (RawClient client = new RawClient()) {
            long begin = System.nanoTime();
            for (int pings = 0; pings < 3; pings++) {
                assertThat(client.hears().opcode()).isEqualTo(RawClient.PING);
                client.says(RawClient.frame(RawClient.FIN | RawClient.PONG));
            }

            assertThat(System.nanoTime() - begin).isGreaterThan(SECONDS * 1_000_000_000L);
        }
    }
}
