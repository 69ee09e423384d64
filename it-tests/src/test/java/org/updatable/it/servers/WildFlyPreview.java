package org.updatable.it.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.updatable.it.Directories;
import org.updatable.it.Ports;

/** WildFly as it will be, with Jakarta EE 11. It deploys what lies in a folder, and says in a file beside it what became of that. */
final class WildFlyPreview extends OtherServer {
    private final Path base = DIRECTORY.resolve("wildfly-base");
    private int port;
    private Process process;

    WildFlyPreview(String version, Path home) {
        super("WildFly Preview", version, home);
    }

    @Override
    void start() throws IOException {
        Directories.delete(base);
        Path configuration = Files.createDirectories(base.resolve("configuration"));
        for (String file : List.of(
                "standalone.xml",
                "logging.properties",
                "application-users.properties",
                "application-roles.properties",
                "mgmt-users.properties",
                "mgmt-groups.properties"))
            Files.copy(home.resolve("standalone/configuration").resolve(file), configuration.resolve(file));
        Files.createDirectories(deployments());
        port = Ports.free();
        ProcessBuilder standalone = script(
                        "standalone",
                        ".sh",
                        List.of(
                                "-Djboss.server.base.dir=" + base,
                                "-Djboss.bind.address=127.0.0.1",
                                "-Djboss.bind.address.management=127.0.0.1",
                                "-Djboss.http.port=" + port,
                                "-Djboss.https.port=" + Ports.free(),
                                "-Djboss.management.http.port=" + Ports.free(),
                                "-Djboss.management.https.port=" + Ports.free()))
                .redirectOutput(base.resolve("console.log").toFile());
        standalone.environment().put("NOPAUSE", "true");
        process = standalone.start();
        until(() -> log().contains("WFLYSRV0025") || !process.isAlive());
    }

    @Override
    void deploy(Path war) throws IOException {
        Path whole = Files.copy(war, base.resolve(war.getFileName()));
        Path here = Files.move(whole, deployments().resolve(war.getFileName()));
        Path failed = Path.of(here + ".failed");
        until(() -> Files.exists(Path.of(here + ".deployed")) || Files.exists(failed));
        if (Files.exists(failed)) throw new IllegalStateException(Files.readString(failed));
    }

    /** The script waits for the server, and is not told when it is ended itself. */
    @Override
    void stop() throws InterruptedException {
        if (process == null) return;
        List<ProcessHandle> server = process.descendants().toList();
        server.forEach(ProcessHandle::destroy);
        process.waitFor();
    }

    @Override
    int port() {
        return port;
    }

    @Override
    Path logFile() {
        return base.resolve("log/server.log");
    }

    private Path deployments() {
        return base.resolve("deployments");
    }
}
