package org.updatable.it.postgres;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.updatable.it.Debian;
import org.updatable.it.Ports;

/**
 * A real pooler in front of the {@link Postgres}: after each transaction it gives the connection to somebody else. It is the
 * one that system property {@code updatable.pgbouncer} names, else one on the PATH, else Debian's, which is unpacked below
 * target and not installed.
 */
public final class PgBouncer {
    private static final String NAME = "pgbouncer";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Optional<Path> EXECUTABLE = executable();

    private PgBouncer() {}

    /** Whether this machine has one. */
    public static boolean isThere() {
        return EXECUTABLE.isPresent();
    }

    /**
     * The JDBC address of a database, as it is reached through this. It begins with the first who asks, and ends with the JVM.
     * The driver is to prepare nothing in one transaction for the next.
     */
    public static String address(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres&prepareThreshold=0".formatted(Running.PORT, database);
    }

    private static Optional<Path> executable() {
        String named = System.getProperty("updatable.pgbouncer");
        if (named != null) return Optional.of(Path.of(named));
        return Debian.program(List.of(NAME))
                .or(() -> Optional.of(Path.of("/usr/sbin", NAME)).filter(PgBouncer::runs))
                .or(PgBouncer::unpacked);
    }

    private static Optional<Path> unpacked() {
        try {
            return Optional.of(Debian.unpackWithLibraries(NAME).resolve("usr/sbin/" + NAME))
                    .filter(PgBouncer::runs);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean runs(Path executable) {
        try {
            return Debian.runs(command(executable, "--version"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ProcessBuilder command(Path executable, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(executable.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder command = new ProcessBuilder(line).redirectErrorStream(true);
        Debian.libraries(NAME).ifPresent(path -> command.environment().put("LD_LIBRARY_PATH", path));
        return command;
    }

    private static final class Running {
        static final int PORT = start();

        private static int start() {
            try {
                return start(EXECUTABLE.orElseThrow());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static int start(Path executable) throws IOException {
            int port = Ports.free();
            Path directory = Files.createDirectories(
                    Path.of(System.getProperty("it.directory"), NAME, System.getProperty("it.fork")));
            Path configuration =
                    Files.writeString(directory.resolve("pgbouncer.ini"), """
                    [databases]
                    * = host=127.0.0.1 port=%d user=postgres
                    [pgbouncer]
                    listen_addr = 127.0.0.1
                    listen_port = %d
                    unix_socket_dir =
                    auth_type = any
                    pool_mode = transaction
                    ignore_startup_parameters = extra_float_digits
                    """.formatted(Postgres.port(), port));
            Path log = directory.resolve("pgbouncer.log");
            // It refuses to be root, and reads its file before it is somebody else.
            String[] arguments = Debian.isRoot()
                    ? new String[] {"-u", "nobody", configuration.toString()}
                    : new String[] {configuration.toString()};
            Process process = command(executable, arguments)
                    .redirectOutput(Redirect.to(log.toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            // On another thread this class would have to be complete first.
            await().pollInSameThread()
                    .atMost(PATIENCE)
                    .until(() -> !process.isAlive() || Files.readString(log).contains("process up"));
            if (!process.isAlive()) throw new IllegalStateException(Files.readString(log));
            return port;
        }
    }
}
