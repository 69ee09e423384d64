package org.updatable.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.ConnectOverCDPOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.updatable.it.Debian;
import org.updatable.it.Ports;

/**
 * The browser: the one that system property {@code updatable.browser} or the environment's {@code CHROME_BIN} names,
 * else one on the PATH, else Debian's, installed when we may, else the one that Playwright downloads. Where only pages matter it
 * is the one that has no windows around them, if there is one: it takes half the time.
 */
final class Chromium implements AutoCloseable {
    private static final String PAGES_ALONE = "chromium-headless-shell";
    private static final String WHOLE = "chromium";
    private static final List<String> NAMES =
            List.of(WHOLE, "chromium-browser", "google-chrome", "chrome", PAGES_ALONE);
    private static final List<String> FLAGS = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        return start(
                List.of(),
                List.of(),
                Stream.concat(Stream.of(PAGES_ALONE), NAMES.stream()).toList());
    }

    /** One that keeps the pages that are left, as every browser does that nobody drives. */
    static Chromium startWithBackForwardCache() {
        return start(List.of("--disable-back-forward-cache"), List.of(), NAMES);
    }

    /** One whose pages are tabs of one window, of which one is seen: a browser that is driven as usual says that all are. */
    static Chromium startWithTabs() {
        int port = Ports.free();
        Chromium started = start(List.of(), List.of("--remote-debugging-port=" + port), NAMES);
        Browser again = started.playwright
                .chromium()
                .connectOverCDP("http://127.0.0.1:" + port, new ConnectOverCDPOptions().setNoDefaults(true));
        return new Chromium(started.playwright, again);
    }

    private static Chromium start(List<String> unwanted, List<String> more, List<String> names) {
        Optional<Path> executable = named().or(() -> Debian.program(names)).or(() -> installed(names));
        CreateOptions options = new CreateOptions();
        if (executable.isPresent()) options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        Playwright playwright = Playwright.create(options);
        LaunchOptions launch = new LaunchOptions()
                .setArgs(Stream.concat(FLAGS.stream(), more.stream()).toList())
                .setIgnoreDefaultArgs(unwanted)
                .setChromiumSandbox(!Debian.isRoot());
        executable.ifPresent(launch::setExecutablePath);
        return new Chromium(playwright, playwright.chromium().launch(launch));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> named() {
        return Stream.of(System.getProperty("updatable.browser"), System.getenv("CHROME_BIN"))
                .filter(name -> name != null && !name.isBlank())
                .map(Path::of)
                .findFirst();
    }

    /** Where it fails there is no browser on the PATH afterwards, and Playwright looks for one. */
    private static Optional<Path> installed(List<String> names) {
        try {
            Debian.install(WHOLE);
            Debian.install(PAGES_ALONE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Debian.program(names);
    }
}
