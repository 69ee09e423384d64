package org.updatable.it.servers;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server as its distribution is unpacked, run by its own scripts: on free ports, on this machine only. */
abstract class OtherServer {
    static final Path DIRECTORY = Path.of(System.getProperty("other.directory"));

    private static final Path JAVA = Path.of(System.getProperty("java.home"));
    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final Pattern PROVIDER = Pattern.compile(
            "(EclipseLink), version: .* - ([^\\s\\]]+?)(?:\\.v\\d+.*)?[\\s\\]]|(Hibernate ORM) core version (\\S+)");

    private final String name;
    private final String version;
    final Path home;

    OtherServer(String name, String version, Path home) {
        this.name = name;
        this.version = version;
        this.home = home;
    }

    abstract void start() throws IOException, InterruptedException;

    /** Deploys the WAR, at the path that is its name. */
    abstract void deploy(Path war) throws IOException, InterruptedException;

    /** Also called when it did not start. */
    abstract void stop() throws IOException, InterruptedException;

    abstract int port();

    abstract Path logFile();

    String log() {
        try {
            return Files.exists(logFile()) ? Files.readString(logFile()) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What it is, what runs its persistence units, and on which Java. */
    @Override
    public String toString() {
        Matcher provider = PROVIDER.matcher(log());
        String found = !provider.find()
                ? "no provider"
                : provider.group(1) != null
                        ? provider.group(1) + " " + provider.group(2)
                        : provider.group(3) + " " + provider.group(4);
        return "%s %s, %s, JDK %s".formatted(name, version, found, Runtime.version());
    }

    /** One of the server's own scripts, ready to run. */
    ProcessBuilder script(String script, String ending, List<String> arguments) {
        List<String> line = Stream.concat(
                        Stream.of(home.resolve("bin")
                                .resolve(script + (WINDOWS ? ".bat" : ending))
                                .toString()),
                        arguments.stream())
                .toList();
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(DIRECTORY.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("JAVA_HOME", JAVA.toString(), "AS_JAVA", JAVA.toString()));
        return builder;
    }

    /** Runs it to its end, and answers what it said. */
    static String told(ProcessBuilder script) throws IOException, InterruptedException {
        Process process = script.start();
        try (InputStream answer = process.getInputStream()) {
            String told = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return told;
        }
    }

    static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofMinutes(4)).until(condition);
    }
}
