package org.updatable.it.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.browser.Window;
import org.updatable.it.browser.Windows;

/** The shipped WAR, entirely unchanged, on one server. Says in one line what was seen. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class Proof<S extends OtherServer> {
    static final Path WAR = OtherServer.DIRECTORY.resolve("newsroom.war");
    private static final long ID = 1;

    final S server;

    @RegisterExtension
    final Windows windows = new Windows();

    private final Set<String> follow = new TreeSet<>();

    Proof(S server) {
        this.server = server;
    }

    @BeforeAll
    void start() throws IOException, InterruptedException {
        server.start();
        server.deploy(WAR);
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        server.stop();
        System.out.println(server + ": " + (follow.isEmpty() ? "nothing follows" : follow + " follow"));
    }

    @Test
    void itsLogSaysWhatIsLive() {
        await().untilAsserted(() -> assertThat(server.log())
                .contains(
                        "Live entities: order[", "post[appears, applause, author, likedBy.*, status, summary, title]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"post.xhtml", "post.jsp"})
    void anOpenPageFollowsACommit(String page) {
        URI newsroom = URI.create("http://127.0.0.1:" + server.port() + "/newsroom/");
        Window reader = windows.open().open(newsroom.resolve(page + "?id=" + ID));
        reader.isLive();
        Window editor = windows.open();
        editor.applaudUntilSeen(newsroom, ID, reader);
        String title = "Seen in " + page;

        editor.open(newsroom.resolve("edit.xhtml?id=" + ID)).save(title);

        reader.comesToShow(ID, "title", title);
        assertThat(Set.copyOf(reader.received(ID, "title"))).hasSize(1);
        follow.add(page);
    }
}
