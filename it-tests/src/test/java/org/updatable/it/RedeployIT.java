package org.updatable.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.awaitility.core.ThrowingRunnable;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.updatable.it.browser.Window;
import org.updatable.it.browser.Windows;
import org.updatable.it.leak.Hook;
import org.updatable.it.leak.Sleeper;
import org.updatable.it.protocol.Client;

/** On a server that goes on, the application can be deployed again and again. Nothing of ours stays behind. */
class RedeployIT {
    private static final int TIMES = Integer.getInteger("redeploys", 2);
    private static final int FEW_TIMES = 3;
    private static final Path NEWSROOM = Path.of(System.getProperty("newsroom.war"));
    private static final Predicate<String> IS_CONNECTION =
            Pattern.compile("hub\\.Outbox").asPredicate();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Nested
    @Tag("payara")
    class OnPayara extends Redeploying {
        @Override
        Host start() throws IOException, InterruptedException {
            return new PayaraProcess();
        }
    }

    @Nested
    @Tag("wildfly")
    class OnWildFly extends Redeploying {
        @Override
        Host start() throws IOException {
            return new WildFlyProcess();
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    abstract static class Redeploying {
        @RegisterExtension
        final Windows windows = new Windows();

        private Host server;
        private Passerby passerby;

        abstract Host start() throws IOException, InterruptedException;

        @BeforeAll
        void open() throws IOException, InterruptedException {
            server = start();
        }

        @AfterAll
        void close() throws IOException, InterruptedException {
            if (server != null) server.close();
        }

        /** All threads belong to another application, before and after, and nobody is there when ours ends: see {@link Remains}. */
        @Test
        @Order(1)
        void itsClassesGoWithIt() throws IOException, InterruptedException {
            passerby = Passerby.passesBy(server);
            Window editor = windows.open();
            for (int time = 0; time < FEW_TIMES; time++) {
                server.deploy(NEWSROOM);
                try (Client client = Client.ours().joined("post-1-title")) {
                    commitUntil(editor, title -> isHeard(client, title));
                }
                editor.page().navigate("about:blank");
                comesToBe(() -> assertThat(Remains.in(server.pid())).noneMatch(IS_CONNECTION));
            }
            server.undeploy(NEWSROOM);
            passerby = Passerby.passesBy(server);

            comesToLeave();
            comesToLeaveClassLoaders(0);
        }

        @Test
        @Order(2)
        void openPagesComeBackAndNothingIsLeft() throws IOException, InterruptedException {
            server.deploy(NEWSROOM);
            Window reader = windows.open().open(Server.address("newsroom").resolve("post.xhtml?id=1"));
            reader.isLive();
            reader.page().evaluate("window.neverReloaded = true");
            Window editor = windows.open();

            for (int time = 0; time <= TIMES; time++) {
                try (Client client = Client.ours().joined("post-1-title")) {
                    commitUntil(editor, title -> isShown(reader, title) && isHeard(client, title));
                    if (time < TIMES) server.deploy(NEWSROOM);
                    else server.undeploy(NEWSROOM);
                    assertThat(client.closeCode()).isEqualTo(1001);
                }
            }

            assertThat(reader.page().evaluate("window.neverReloaded")).isEqualTo(true);
            reader.is("offline");
            comesToLeave();
            assertThat(server.log()).as("what is closed too late").doesNotContain("UpdatesEndpoint.broke");
        }

        /** The check is checked: a leak stays until the server ends, so this comes last. */
        @Test
        @Order(3)
        void aPlantedLeakIsFound() throws IOException, InterruptedException {
            leak(Sleeper.class);
            comesToLeave("thread \"sleeper\"");
            long classLoaders = Remains.classLoaders(server.pid());
            leak(Hook.class);
            comesToLeave("1 of org.updatable.it.leak.Hook", "thread \"sleeper\"");
            comesToLeaveClassLoaders(classLoaders + 1);
        }

        /** Who reads may have joined a little after they came: whoever writes tries again. */
        private static void commitUntil(Window editor, Predicate<String> isSeen) {
            await().pollInSameThread().atMost(PATIENCE).until(() -> {
                String title = "After " + System.nanoTime();
                editor.open(Server.address("newsroom").resolve("edit.xhtml?id=1"))
                        .save(title);
                editor.page().waitForTimeout(200);
                return isSeen.test(title);
            });
        }

        private static boolean isShown(Window reader, String title) {
            return reader.shown(1, "title").equals(title);
        }

        private static boolean isHeard(Client client, String title) {
            return client.values("post-1-title").contains(Json.createValue(title));
        }

        /** An idle thread may hold what it did last. */
        private void comesToLeaveClassLoaders(long count) {
            comesToBe(() -> {
                passerby.asks();
                assertThat(Remains.classLoaders(server.pid())).isEqualTo(count);
            });
        }

        private void comesToLeave(String... expected) {
            comesToBe(() -> assertThat(Remains.in(server.pid())).containsExactly(expected));
        }

        private void comesToBe(ThrowingRunnable expected) {
            await().atMost(PATIENCE).pollDelay(Duration.ZERO).untilAsserted(expected);
        }

        private void leak(Class<?> leak) throws IOException, InterruptedException {
            Path planted = planted(leak);
            server.deploy(planted);
            server.undeploy(planted);
        }

        private static Path planted(Class<?> leak) throws IOException {
            Path file = ServerProcess.DIRECTORY.resolve("leaks/newsroom.war");
            Files.createDirectories(file.getParent());
            Archives.shipped().addClass(leak).as(ZipExporter.class).exportTo(file.toFile(), true);
            return file;
        }
    }
}
