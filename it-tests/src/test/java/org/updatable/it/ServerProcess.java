package org.updatable.it;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that a test starts by itself, on this machine only, and ends. */
class ServerProcess implements AutoCloseable {
    static final Path DIRECTORY = Path.of(System.getProperty("it.directory"), "server");
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** It lives for a minute: to compile more than once would take longer than it saves. */
    static final String COMPILES_ONCE = "-XX:TieredStopAtLevel=1";

    static final List<String> OPTIONS = List.of("-Xmx512m", COMPILES_ONCE, "-XX:+UseSerialGC");

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int SECONDS_TO_END = 60;

    private final Path log;
    private final Process process;

    /** Starts it, and waits until it logs what it says when it is ready. */
    ServerProcess(List<String> command, String name, String ready) throws IOException {
        log = Files.createDirectories(Server.ownDirectory()).resolve(name + ".process.log");
        process = new ProcessBuilder(command)
                .directory(new File(System.getProperty("it.directory")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        await().atMost(PATIENCE).until(() -> !process.isAlive() || text(log).contains(ready));
        if (!process.isAlive()) throw new IllegalStateException(text(log));
    }

    public long pid() {
        return process.pid();
    }

    /** Ends it as a power cut does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
