package org.updatable.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The browser: the one that system property {@code updatable.browser} or the environment's {@code CHROME_BIN} names,
 * else one on the PATH, else Debian's, installed when we may, else the one that Playwright downloads.
 */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final List<String> FLAGS = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final int MINUTES_TO_INSTALL = 10;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        return start(List.of());
    }

    /** One that keeps the pages that are left, as every browser does that nobody drives. */
    static Chromium startWithBackForwardCache() {
        return start(List.of("--disable-back-forward-cache"));
    }

    private static Chromium start(List<String> unwanted) {
        Optional<Path> executable = named().or(Chromium::onPath).or(Chromium::installed);
        CreateOptions options = new CreateOptions();
        if (executable.isPresent()) options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        Playwright playwright = Playwright.create(options);
        LaunchOptions launch = new LaunchOptions()
                .setArgs(FLAGS)
                .setIgnoreDefaultArgs(unwanted)
                .setChromiumSandbox(!isRoot());
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

    private static Optional<Path> onPath() {
        List<String> directories = List.of(System.getenv("PATH").split(File.pathSeparator, -1));
        return NAMES.stream()
                .flatMap(name -> directories.stream().map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> installed() {
        if (!isRoot() || !Files.exists(Path.of("/etc/debian_version"))) return Optional.empty();
        run("apt-get", "update");
        run("apt-get", "install", "-y", "--no-install-recommends", "chromium");
        return onPath();
    }

    /** Where it fails there is no browser on the PATH afterwards, and Playwright looks for one. */
    private static void run(String... command) {
        File log = Path.of(System.getProperty("it.directory"), "browser-installation.log")
                .toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log));
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            Process process = builder.start();
            if (!process.waitFor(MINUTES_TO_INSTALL, TimeUnit.MINUTES)) process.destroyForcibly();
        } catch (IOException noSuchCommand) {
            System.err.println(command[0] + " cannot be run: " + noSuchCommand.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
