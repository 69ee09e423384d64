package org.updatable.it.browser;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds programs, and gets from Debian what a machine lacks. Where that fails, there is still no such program. */
@SuppressWarnings("try") // a turn is only held
final class Debian {
    private static final int MINUTES_TO_INSTALL = 10;

    private Debian() {}

    /** The first of these programs on the PATH. */
    static Optional<Path> program(Collection<String> names) {
        String[] directories = System.getenv("PATH").split(File.pathSeparator, -1);
        return names.stream()
                .flatMap(name -> Arrays.stream(directories).map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Installs a package with a program of its name, when we may, and when another JVM has not done so meanwhile. */
    static void install(String name) throws IOException {
        if (!isRoot() || !isHere()) return;
        try (FileChannel turn = turn()) {
            if (program(List.of(name)).isPresent()) return;
            run(directory(), "apt-get", "update");
            run(directory(), "apt-get", "install", "-y", "--no-install-recommends", name);
        }
    }

    /** Unpacks a package, without installing it: a service would be started. Answers where. */
    static Path unpack(String name) throws IOException {
        Path there = Files.createDirectories(directory().resolve("unpacked").resolve(name));
        if (!isHere()) return there;
        try (FileChannel turn = turn()) {
            if (isRoot()) run(there, "apt-get", "update");
            run(there, "apt-get", "download", name);
        }
        try (Stream<Path> files = Files.list(there)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".deb")).toList())
                run(there, "dpkg-deb", "--extract", file.toString(), there.toString());
        }
        return there;
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean isHere() {
        return Files.exists(Path.of("/etc/debian_version"));
    }

    private static void run(Path directory, String... command) {
        File log = directory().resolve("installation.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log));
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

    /** Only one of the JVMs that run tests has it at a time, until it closes it. */
    private static FileChannel turn() throws IOException {
        FileChannel turn = FileChannel.open(
                directory().resolve("installation.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        turn.lock();
        return turn;
    }

    private static Path directory() {
        return Path.of(System.getProperty("it.directory"));
    }
}
