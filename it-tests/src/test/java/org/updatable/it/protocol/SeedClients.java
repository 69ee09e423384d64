package org.updatable.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.updatable.it.Newsroom;

/** Clients that negotiate no subprotocol: the frames that they know, and no others. */
public abstract class SeedClients {
    private final Newsroom newsroom = new Newsroom();
    private final long id = newsroom.create("Before");
    private final String title = "post-" + id + "-title";
    private final String summary = "post-" + id + "-summary";
    private final String author = "post-" + id + "-author";
    private final Client client = Client.seed();

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void noSubprotocolIsNegotiated() {
        assertThat(client.subprotocol()).isEmpty();
    }

    @Test
    void aJoinedGroupIsUpdatedInExactlyThisFrame() {
        client.joined(title);
        newsroom.edit(id, "title", "After");
        client.comesToHear(title, "After");
        assertThat(client.frames())
                .containsExactly("{\"type\":\"update_value\",\"path\":\"" + title + "\",\"value\":\"After\"}");
    }

    @Test
    void aNumberIsANumber() {
        String applause = "post-" + id + "-applause";
        client.joined(applause);
        newsroom.edit(id, "applause", 17);
        client.comesToHear(applause, Json.createValue(17));
        assertThat(client.frames())
                .containsExactly("{\"type\":\"update_value\",\"path\":\"" + applause + "\",\"value\":17}");
    }

    @Test
    void thereIsOneUpdateInAFrame() {
        client.joined(title, summary);
        newsroom.ask("edit", Map.of("id", id, "title", "After", "summary", "Behind"));
        client.comesToHear(title, "After").comesToHear(summary, "Behind");
        assertThat(client.frames())
                .containsExactlyInAnyOrder(
                        "{\"type\":\"update_value\",\"path\":\"" + title + "\",\"value\":\"After\"}",
                        "{\"type\":\"update_value\",\"path\":\"" + summary + "\",\"value\":\"Behind\"}");
    }

    @Test
    void joiningIsNotAnswered() {
        client.joined(title, summary);
        assertThat(client.frames()).isEmpty();
    }

    @Test
    void joiningTwiceIsJoiningOnce() {
        client.joined(title, title);
        newsroom.edit(id, "title", "After");
        afterwards();
        assertThat(client.values(title)).hasSize(1);
    }

    @Test
    void joiningTwiceAndLeavingOnceIsHavingLeft() {
        client.joined(title, title)
                .says("{\"subscribe\":false,\"group\":\"" + title + "\"}")
                .wasHeard();
        newsroom.edit(id, "title", "After");
        afterwards();
        assertThat(client.values(title)).isEmpty();
    }

    @Test
    void aGroupThatWasLeftIsNotUpdated() {
        client.joined(title)
                .says("{\"subscribe\":false,\"group\":\"" + title + "\"}")
                .wasHeard();
        newsroom.edit(id, "title", "After");
        afterwards();
        assertThat(client.values(title)).isEmpty();
    }

    @Test
    void withoutSubscribeAGroupIsLeft() {
        client.joined(title).says("{\"group\":\"" + title + "\"}").wasHeard();
        newsroom.edit(id, "title", "After");
        afterwards();
        assertThat(client.values(title)).isEmpty();
    }

    @Test
    void aBatchIsHandledInOrder() {
        client.says("""
                {"batch":[{"subscribe":true,"group":"%1$s"},
                          {"subscribe":false,"group":"%1$s"},
                          {"subscribe":false,"group":"%2$s"},
                          {"subscribe":true,"group":"%2$s"}]}""".formatted(title, summary)).wasHeard();
        newsroom.edit(id, "title", "After");
        newsroom.edit(id, "summary", "Behind");
        client.comesToHear(summary, "Behind");
        assertThat(client.values(title)).isEmpty();
    }

    @Test
    void besideABatchNothingElseCounts() {
        client.says("""
                {"subscribe":true,"group":"%s","batch":[{"subscribe":true,"group":"%s"}]}""".formatted(title, summary)).wasHeard();
        newsroom.edit(id, "title", "After");
        newsroom.edit(id, "summary", "Behind");
        client.comesToHear(summary, "Behind");
        assertThat(client.values(title)).isEmpty();
    }

    @Test
    void whatNamesNoGroupIsSkippedAndTheRestGoesOn() {
        client.says("{\"subscribe\":true}")
                .says("{\"subscribe\":true,\"group\":\"\"}")
                .says("{\"subscribe\":true,\"group\":null}")
                .says("{}")
                .says("""
                {"batch":[{"subscribe":true},{"subscribe":true,"group":""},{"subscribe":true,"group":null},{},
                          {"subscribe":true,"group":"%s"}]}""".formatted(title))
                .wasHeard();
        assertThat(client.frames()).isEmpty();
        newsroom.edit(id, "title", "After");
        client.comesToHear(title, "After");
    }

    @Test
    void unknownKeysAreIgnored() {
        client.says("{\"subscribe\":true,\"group\":\"%s\",\"color\":\"red\",\"more\":{\"group\":7}}".formatted(title))
                .wasHeard();
        newsroom.edit(id, "title", "After");
        client.comesToHear(title, "After");
    }

    @Test
    void whatNobodyCouldShowIsNeverSent() {
        List<String> excluded = List.of("post-" + id + "-notes", "post-" + id + "-edited", "post-" + id + "-version");
        client.joined(excluded.toArray(String[]::new));
        newsroom.ask("edit", Map.of("id", id, "notes", "For editors", "title", "After"));
        afterwards();
        excluded.forEach(group -> assertThat(client.values(group)).as(group).isEmpty());
    }

    /** Something else is committed after what must not be heard, and comes the same way: once it is there, nothing else will be. */
    private void afterwards() {
        client.joined(author);
        newsroom.edit(id, "author", "The marker");
        client.comesToHear(author, "The marker");
    }
}
