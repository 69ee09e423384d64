package org.updatable.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.Newsroom;

/** Clients that say what they must not. */
public abstract class BadFrames {
    private static final int LIMIT = 64 * 1024;

    private final Newsroom newsroom = new Newsroom();
    private final long id = newsroom.create("Before");
    private final String title = "post-" + id + "-title";
    private final Client client = Client.seed();

    @AfterEach
    void hangUp() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "join!",
                "[]",
                "\"post-1-title\"",
                "null",
                "{\"subscribe\":true,\"group\":7}",
                "{\"subscribe\":\"yes\",\"group\":\"post-1-title\"}",
                "{\"batch\":{}}",
                "{\"batch\":[7]}"
            })
    void aBadFrameIsAnsweredAndTheConnectionStaysOpen(String frame) {
        client.says(frame);
        await().until(() -> !client.frames().isEmpty());
        JsonObject answer = Frames.json(client.frames().get(0));
        assertThat(answer.getString("type")).isEqualTo("error");
        assertThat(answer.getInt("code")).isEqualTo(400);
        assertThat(answer.getString("message")).isNotBlank();

        client.joined(title);
        newsroom.edit(id, "title", "After");
        client.comesToHear(title, "After");
    }

    @Test
    void binaryClosesWith1003() {
        client.saysBinary((byte) 1, (byte) 2);
        assertThat(client.closeCode()).isEqualTo(1003);
    }

    @Test
    void moreThan64KiBClosesWith1009() {
        client.says("{\"filler\":\"" + "x".repeat(LIMIT) + "\"}");
        assertThat(client.closeCode()).isEqualTo(1009);
    }

    @Test
    void almost64KiBAreHeard() {
        String head = "{\"subscribe\":true,\"group\":\"" + title + "\",\"filler\":\"";
        client.says(head + "x".repeat(LIMIT - head.length() - 2) + "\"}").wasHeard();
        newsroom.edit(id, "title", "After");
        client.comesToHear(title, "After");
    }
}
