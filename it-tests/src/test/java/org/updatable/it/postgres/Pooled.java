package org.updatable.it.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;
import org.updatable.it.Newsroom;
import org.updatable.it.Server;
import org.updatable.it.browser.Window;
import org.updatable.it.browser.Windows;

/** Behind a pooler that gives a connection to somebody else after each transaction. */
public abstract class Pooled {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String WHAT_TO_DO = "forgets who listens: what other programs change is not seen. That is a"
            + " pooler in transaction mode; set updatable.postgres.url to the address of the server itself.";

    @RegisterExtension
    final Windows windows = new Windows();

    @Test
    void whoListensThroughItIsToldThatNothingArrivesAndWhatToDo() {
        String sentence = "PostgreSQL at " + PgBouncer.address("pooled") + " " + WHAT_TO_DO;
        State.comesToBe("pooled", sentence);
        assertThat(State.of("pooled")).isEqualTo(sentence);
        await().atMost(PATIENCE).until(() -> Server.log().contains(sentence));
        assertThat(Server.log()).doesNotContain(PgBouncer.address("pooled") + " is not the database");
    }

    /** WildFly as it comes has no MicroProfile Health. */
    @Test
    @Tag("payara")
    void theReadinessCheckSaysTheSameAndTheApplicationIsReady() {
        State.comesToBe("pooled", WHAT_TO_DO);
        assertThat(State.ofAll()).anyMatch(state -> state.contains(WHAT_TO_DO));
    }

    @Test
    void pagesFollowTheApplicationItselfAllTheSame() {
        State.comesToBe("pooled", WHAT_TO_DO);
        Newsroom pooled = new Newsroom("pooled");
        long id = pooled.create("Before");
        Window reader = read("pooled", id);
        Postgres.doesIn(
                "pooled",
                "update post set title = 'Unseen' where id = " + id,
                "notify post, '{\"pk\":%d,\"event\":\"save\"}'".formatted(id));
        pooled.edit(id, "author", "The marker");
        reader.comesToShow(id, "author", "The marker");
        assertThat(reader.shown(id, "title")).isEqualTo("Before");
    }

    /** Many times: nothing that is prepared or set for one connection may be needed on the next. */
    @Test
    void announcementsLeaveThroughIt() throws SQLException {
        for (String application : new String[] {"pooled", "direct"}) leave(application);
    }

    @Test
    void whoListensPastItHearsOtherPrograms() {
        State.comesToBe("direct", "listening");
        Newsroom direct = new Newsroom("direct");
        direct.ask("install-triggers", Map.of());
        long id = direct.create("Before");
        Window reader = read("direct", id);
        Postgres.doesIn("direct", "update post set title = 'From outside' where id = " + id);
        reader.comesToShow(id, "title", "From outside");
        direct.edit(id, "title", "From inside");
        reader.comesToShow(id, "title", "From inside");
        Postgres.doesIn("direct", "update post set title = 'Once more' where id = " + id);
        reader.comesToShow(id, "title", "Once more");
        assertThat(reader.console()).isEmpty();
    }

    private static void leave(String application) throws SQLException {
        String text = UUID.randomUUID().toString();
        try (Connection other = Postgres.connect(application);
                Statement statement = other.createStatement()) {
            statement.execute("listen bulletins");
            for (int number = 0; number < 10; number++)
                new Newsroom(application).ask("announce", Map.of("channel", "bulletins", "text", text + " " + number));
            comesToHear(other.unwrap(PGConnection.class), text + " 9");
        }
    }

    private Window read(String application, long id) {
        Window reader = windows.open().open(Server.address(application).resolve("post.xhtml?id=" + id));
        reader.isLive();
        return reader;
    }

    private static void comesToHear(PGConnection other, String text) {
        await().pollInSameThread().atMost(PATIENCE).until(() -> Arrays.stream(other.getNotifications(200))
                .anyMatch(notification -> notification.getParameter().contains(text)));
    }
}
