package org.updatable.it.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.updatable.it.Newsroom;
import org.updatable.it.protocol.Client;

/** We fail between the flush and the browser: a value of the application's own type throws when it is to be said. */
public abstract class Trapped {
    private static final long ID = 1;

    private final Newsroom newsroom = new Newsroom();

    @AfterEach
    void release() {
        newsroom.ask("release", Map.of());
    }

    @Test
    void aFailureOfOursFailsNoCommitAndIsHealedByReading() {
        newsroom.ask("trap", Map.of("id", ID, "label", "Before", "jaw", "open"));
        try (Client reader = Client.seed().joined("trap-1-label", "trap-1-jaw")) {
            int before = newsroom.factCount();
            newsroom.ask("trap", Map.of("id", ID, "label", "After", "jaw", "shut", "armed", true));
            List<JsonObject> facts = newsroom.facts(before);
            assertThat(facts).extracting(fact -> fact.getString("fact")).containsExactly("Touched");
            assertThat(facts).extracting(fact -> fact.getString("namespace")).containsExactly("trap");
            assertThat(reader.values("trap-1-label")).isEmpty();

            release();
            reader.comesToHear("trap-1-label", "After").comesToHear("trap-1-jaw", "shut");
        }
    }
}
