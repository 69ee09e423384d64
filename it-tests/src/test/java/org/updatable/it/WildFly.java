package org.updatable.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * WildFly, in a base directory of its own for each test class. It deploys what lies in a folder there, EARs too, and says
 * in files beside it what became of that.
 */
final class WildFly implements Brand {
    private static final Path HOME = Path.of(System.getProperty("it.home"));

    private Path base = HOME;

    @Override
    public void place(int port, String name, List<Path> beside) throws IOException {
        base = freshBase(name);
        for (Path application : beside) Files.copy(application, deployments().resolve(application.getFileName()));
        int management = Server.freePort();
        System.setProperty("it.management", Integer.toString(management));
        System.setProperty("it.arguments", String.join(" ", arguments(base, port, management)));
    }

    @Override
    public boolean isComplete() throws IOException {
        try (Stream<Path> files = Files.list(deployments())) {
            return files.filter(file -> file.toString().endsWith("ar")).allMatch(WildFly::isDone);
        }
    }

    @Override
    public String log() throws IOException {
        return Files.readString(base.resolve("log/server.log"));
    }

    @Override
    public String ours(Level level) {
        return "%-5s \\[org\\.updatable\\] \\(.*\\) ".formatted(level == Level.WARNING ? "WARN" : level);
    }

    @Override
    public EarServer serverForEars() {
        throw new UnsupportedOperationException();
    }

    /** On free ports, on this machine only. */
    private static List<String> arguments(Path base, int port, int management) {
        return List.of(
                "-Djboss.server.base.dir=" + base,
                "-Djboss.bind.address=127.0.0.1",
                "-Djboss.bind.address.management=127.0.0.1",
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + Server.freePort(),
                "-Djboss.management.http.port=" + management);
    }

    private Path deployments() {
        return base.resolve("deployments");
    }

    private static boolean isDone(Path application) {
        return Files.exists(Path.of(application + ".deployed")) || Files.exists(Path.of(application + ".failed"));
    }

    private static Path freshBase(String name) throws IOException {
        Path base = Server.directory().resolve("wildfly-" + name);
        if (Files.exists(base)) delete(base);
        Files.createDirectories(base.resolve("deployments"));
        Path shipped = HOME.resolve("standalone/configuration");
        Files.createDirectories(base.resolve("configuration"));
        try (Stream<Path> files = Files.list(shipped).filter(Files::isRegularFile)) {
            for (Path file : files.toList())
                Files.copy(file, base.resolve("configuration").resolve(file.getFileName()));
        }
        return base;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException kept) {
                    throw new UncheckedIOException(kept);
                }
            });
        }
    }
}
