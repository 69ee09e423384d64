package org.updatable.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.updatable.it.Newsroom;

/** Clients that speak {@code updatable.v1}. */
public abstract class OurClients {
    private final Newsroom newsroom = new Newsroom();
    private final long id = newsroom.create("Before");
    private final String title = "post-" + id + "-title";
    private final String summary = "post-" + id + "-summary";
    private final Client client = Client.ours();

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void theSubprotocolIsNegotiated() {
        assertThat(client.subprotocol()).isEqualTo("updatable.v1");
    }

    @Test
    void whoJoinsIsToldWhatIsThereAndWhenThatIsAll() {
        client.says("{\"batch\":[{\"subscribe\":true,\"group\":\"" + title + "\"}]}");
        client.comesToHear(title, "Before").comesToHear("{\"type\":\"ready\",\"n\":1}");
    }

    @Test
    void whoJoinsAGroupOfARowThatIsNotThereIsTold() {
        String gone = "post-" + (id + 1_000_000) + "-title";
        client.joined(gone).comesToHear("{\"type\":\"removed\",\"path\":\"" + gone + "\"}");
    }

    @Test
    void anEmptyBatchIsAnswered() {
        client.says("{\"batch\":[]}").comesToHear("{\"type\":\"ready\",\"n\":1}");
    }

    @Test
    void whoWatchesARowIsToldThatItIsGone() {
        client.joined(title).caughtUp(1);
        newsroom.ask("delete", Map.of("id", id));
        client.comesToHear("{\"type\":\"removed\",\"path\":\"" + title + "\"}");
    }

    @Test
    void aCommitComesInOneFrame() {
        client.joined(title, summary).caughtUp(2);
        newsroom.ask("edit", Map.of("id", id, "title", "After", "summary", "Behind"));
        client.comesToHear(title, "After").comesToHear(summary, "Behind");
        assertThat(client.frames()).hasSize(1);
        assertThat(Frames.json(client.frames().get(0)).getJsonArray("batch").getValuesAs(JsonObject.class))
                .containsExactlyInAnyOrder(
                        Frames.json("{\"type\":\"update_value\",\"path\":\"" + title + "\",\"value\":\"After\"}"),
                        Frames.json("{\"type\":\"update_value\",\"path\":\"" + summary + "\",\"value\":\"Behind\"}"));
    }
}
