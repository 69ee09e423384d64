package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.updatable.it.Ports;
import org.updatable.it.Server;
import org.updatable.it.browser.Nginx.Place;

/** Behind a real nginx, which speaks TLS and has the application below another path. */
public abstract class Proxies {
    private static final int KEPT = Ports.free();
    private static final int RENAMED = Ports.free();
    private static final int ALLOWED = Ports.free();
    private static final int TOLD = Ports.free();
    private static final String RENAMING = "proxy_set_header Host internal.example;";

    private static Nginx nginx;

    @RegisterExtension
    final Windows windows = new Windows();

    /** What the application has to allow. */
    public static String allowedOrigin() {
        return origin(ALLOWED);
    }

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> executable = Nginx.executable();
        assumeTrue(
                executable.isPresent(),
                "There is no nginx. Install Debian's package nginx, or name one with -Dupdatable.nginx=.");
        nginx = new Nginx(
                executable.orElseThrow(),
                List.of(
                        new Place(KEPT, "proxy_set_header Host $http_host;"),
                        new Place(RENAMED, RENAMING),
                        new Place(ALLOWED, RENAMING),
                        new Place(TOLD, RENAMING + " proxy_set_header X-Forwarded-Host $http_host;")));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (nginx != null) nginx.stop();
    }

    @Test
    void aPageComesBackWhenTheProxyHasCutItsIdleConnection() {
        Window reader = read(KEPT);
        reader.isLive();
        assertThat(reader.sockets()).containsExactly("wss://127.0.0.1:" + KEPT + "/news/updates");
        reader.page().evaluate("window.neverReloaded = true");

        comesToConnectAgain(reader);

        windows.open().applaudUntilSeen(Server.address("newsroom"), 1, reader);
        assertThat(reader.page().evaluate("window.neverReloaded")).isEqualTo(true);
    }

    @Test
    void whereTheProxyRenamesTheServerThePageIsRefusedAndTheLogSaysWhy() {
        Window reader = window();
        reader.page().addInitScript("""
                window.states = [];
                new MutationObserver(() => states.push(document.documentElement.dataset.updateState))
                  .observe(document, { subtree: true, attributeFilter: ["data-update-state"] });""");
        reader.open(page(RENAMED));
        comesToConnectAgain(reader);

        assertThat((String) reader.page().evaluate("states.join()"))
                .contains("offline")
                .doesNotContain("live");
        await().until(() -> Server.log()
                .contains("A page of " + origin(RENAMED)
                        + " wanted to watch, and was refused: this server is called internal.example. If the page is yours,"
                        + " set updatable.allowed-origins=" + origin(RENAMED) + ", "));
    }

    @Test
    void anOriginThatIsAllowedIsLiveAllTheSame() {
        read(ALLOWED).isLive();
    }

    @Test
    void aProxyThatIsBelievedTellsWhatTheServerIsCalled() {
        read(TOLD).isLive();
    }

    private Window read(int port) {
        return window().open(page(port));
    }

    private Window window() {
        return windows.open(new NewContextOptions().setIgnoreHTTPSErrors(true));
    }

    private static void comesToConnectAgain(Window reader) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            reader.page().waitForTimeout(100);
            return reader.sockets().size() > 1;
        });
    }

    private static URI page(int port) {
        return URI.create(origin(port) + "/news/post.xhtml?id=1");
    }

    private static String origin(int port) {
        return "https://127.0.0.1:" + port;
    }
}
