package org.updatable.it.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether a database is listened to, as whoever runs the server sees it. */
public abstract class Supervision {

    @Test
    void jmxSaysThatItListens() {
        State.comesToBe("newsroom", "listening");
    }

    /** Not even why not. */
    @Test
    void jmxSaysNothingWhereThereIsNoPostgres() {
        assertThat(State.of("swept")).isEmpty();
    }

    /** WildFly as it comes has no MicroProfile Health. */
    @Test
    @Tag("payara")
    void theReadinessCheckSaysTheSame() {
        State.comesToBe("newsroom", "listening");
        assertThat(State.ofAll()).contains("listening", "");
    }
}
