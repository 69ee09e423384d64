package org.updatable.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.updatable.it.Newsroom;
import org.updatable.it.protocol.RawClient.Heard;

/** Clients that say too much, and another one that goes on meanwhile. */
public abstract class Limited {
    private static final int AT_ONCE = 200;
    private static final int BAD = 20;
    private static final int BATCH = 1000;
    private static final int GROUPS = 5000;

    private final Newsroom newsroom = new Newsroom();
    private final long id = newsroom.create("Before");
    private final String title = "post-" + id + "-title";
    private final Client other = Client.seed().joined(title);

    @AfterEach
    void theOtherIsToldWhatChanges() {
        newsroom.edit(id, "title", "After");
        other.comesToHear(title, "After");
        other.close();
    }

    /** Ten times as many as may come at once: the server is given some time meanwhile, in which more of them are allowed. */
    @Test
    void tooManyFramesEndTheConnection() throws IOException {
        try (RawClient client = new RawClient()) {
            byte[] frame = RawClient.text("{}");
            for (int count = 0; count < 10 * AT_ONCE; count++) client.triesToSay(frame);
            assertIsSentAway(client, "50 frames a second at most, 200 at once (updatable.max-frames-per-second)");
        }
    }

    /** Undertow hands none of them over, and goes on. */
    @Test
    @Tag("payara")
    void emptyFragmentsDoNotComeForEver() throws IOException {
        try (RawClient client = new RawClient()) {
            client.says(RawClient.frame(RawClient.TEXT));
            byte[] fragment = RawClient.frame(RawClient.CONTINUATION);
            for (int count = 0; count < 10 * AT_ONCE; count++) client.triesToSay(fragment);
            assertIsSentAway(client, "frames a second at most");
        }
    }

    @Test
    void asManyFramesAsMayComeAtOnceAreHeard() {
        try (Client client = Client.seed()) {
            for (int count = 0; count < AT_ONCE - 2; count++) client.says("{}");
            client.joined(title);
            newsroom.edit(id, "title", "Later");
            client.comesToHear(title, "Later");
        }
    }

    @Test
    void tooManyBadFramesEndTheConnection() throws IOException {
        try (RawClient client = new RawClient()) {
            for (int count = 0; count < BAD; count++) {
                client.says(RawClient.text("bad"));
                assertThat(Frames.json(client.hears().text()).getInt("code")).isEqualTo(400);
            }
            client.says(RawClient.text("bad"));
            assertIsSentAway(client, "20 bad frames at most (updatable.max-bad-frames)");
        }
    }

    @Test
    void aBatchThatIsTooLongEndsTheConnection() throws IOException {
        try (RawClient client = new RawClient()) {
            client.says(RawClient.text(OddFrames.batch(BATCH + 1)));
            assertIsSentAway(client, "1000 subscriptions at most (updatable.max-batch)");
        }
    }

    @Test
    void tooManyGroupsEndTheConnection() throws IOException {
        try (RawClient client = new RawClient()) {
            for (int first = 0; first <= GROUPS; first += BATCH / 2)
                client.triesToSay(RawClient.text(OddFrames.batch(first, BATCH / 2)));
            assertIsSentAway(client, "5000 groups at most (updatable.max-groups)");
        }
    }

    @Test
    void whoLeavesGroupsMayJoinOthers() {
        try (Client client = Client.seed()) {
            for (int first = 0; first < 3 * GROUPS; first += BATCH / 2)
                client.says(OddFrames.batch(first, BATCH / 2))
                        .says(OddFrames.batch(first, BATCH / 2).replace("true", "false"));
            client.joined(title);
            newsroom.edit(id, "title", "Later");
            client.comesToHear(title, "Later");
        }
    }

    /** It is told why; what it was told before does not matter. */
    private static void assertIsSentAway(RawClient client, String limit) throws IOException {
        Heard last = client.hears();
        JsonObject why = null;
        for (; !last.isEnd(); last = client.hears()) why = Frames.json(last.text());
        assertThat(why).isNotNull();
        assertThat(why.getString("type")).isEqualTo("error");
        assertThat(why.getInt("code")).isEqualTo(429);
        assertThat(why.getString("message")).contains(limit);
        assertThat(last.closeCode()).isEqualTo(4429);
        assertThat(last.text()).contains(limit);
    }
}
