package org.updatable.it;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds programs, and gets from Debian what a machine lacks. Where that fails, there is still no such program. */
@SuppressWarnings("try") // a turn is only held
public final class Debian {
    private static final int MINUTES_TO_INSTALL = 10;

    private Debian() {}

    /** The first of these programs on the PATH. */
    public static Optional<Path> program(Collection<String> names) {
        String[] directories = System.getenv("PATH").split(File.pathSeparator, -1);
        return names.stream()
                .flatMap(name -> Arrays.stream(directories).map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Installs a package with a program of its name, when we may, and when another JVM has not done so meanwhile. */
    public static void install(String name) throws IOException {
        if (!isRoot() || !isHere()) return;
        try (FileChannel turn = turn()) {
            if (program(List.of(name)).isPresent()) return;
            run(directory(), "apt-get", "update");
            run(directory(), "apt-get", "install", "-y", "--no-install-recommends", name);
        }
    }

    /** Unpacks a package, without installing it: a service would be started. Answers where. */
    public static Path unpack(String name) throws IOException {
        Path there = unpacked(name);
        if (isHere()) unpack(List.of(name), there);
        return there;
    }

    /** The same with the libraries that it names and this machine lacks. They are found where {@link #libraries} says. */
    public static Path unpackWithLibraries(String name) throws IOException {
        Path there = unpack(name);
        List<String> missing = new ArrayList<>();
        for (Path file : files(there, ".deb"))
            for (String needed : needed(file)) if (!run(there, "dpkg-query", "--show", needed)) missing.add(needed);
        if (!missing.isEmpty()) unpack(missing, there);
        return there;
    }

    /** Where the libraries of an unpacked package are, as the loader wants to be told; empty when it has brought none. */
    public static Optional<String> libraries(String name) throws IOException {
        Path there = unpacked(name);
        try (Stream<Path> files = Files.walk(there)) {
            return files.filter(file -> file.getFileName().toString().contains(".so."))
                    .map(file -> file.getParent().toString())
                    .distinct()
                    .reduce((one, other) -> one + File.pathSeparator + other);
        }
    }

    private static void unpack(List<String> names, Path there) throws IOException {
        List<String> download = new ArrayList<>(List.of("apt-get", "download"));
        download.addAll(names);
        try (FileChannel turn = turn()) {
            if (isRoot()) run(there, "apt-get", "update");
            run(there, download.toArray(String[]::new));
            for (Path file : files(there, ".deb"))
                run(there, "dpkg-deb", "--extract", file.toString(), there.toString());
        }
    }

    /** Libraries that a package depends on. The C library is part of every system, and fits no other one. */
    private static List<String> needed(Path file) throws IOException {
        Process process = new ProcessBuilder("dpkg-deb", "--field", file.toString(), "Depends").start();
        String depends = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.stream(depends.split("[,|]", -1))
                .map(dependency -> dependency.strip().replaceFirst("[ (:].*", ""))
                .filter(dependency -> dependency.startsWith("lib") && !dependency.equals("libc6"))
                .toList();
    }

    private static List<Path> files(Path directory, String ending) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Path unpacked(String name) throws IOException {
        return Files.createDirectories(directory().resolve("unpacked").resolve(name));
    }

    public static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean isHere() {
        return Files.exists(Path.of("/etc/debian_version"));
    }

    /** Answers whether it has ended well. */
    private static boolean run(Path directory, String... command) {
        File log = directory().resolve("installation.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log));
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            Process process = builder.start();
            if (process.waitFor(MINUTES_TO_INSTALL, TimeUnit.MINUTES)) return process.exitValue() == 0;
            process.destroyForcibly();
        } catch (IOException noSuchCommand) {
            System.err.println(command[0] + " cannot be run: " + noSuchCommand.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return false;
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

    /** Whether a program can run here: it ends well. */
    public static boolean runs(ProcessBuilder command) {
        if (!Files.isExecutable(Path.of(command.command().get(0)))) return false;
        try {
            return command.redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notForThisMachine) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
