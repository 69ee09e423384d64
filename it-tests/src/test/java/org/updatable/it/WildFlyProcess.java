package org.updatable.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A WildFly with a base directory of its own. It deploys what lies in a folder there, and is told what to do by files. */
final class WildFlyProcess extends ServerProcess implements Host {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path BASE = Server.ownDirectory().resolve("wildfly");
    private static final Path DEPLOYMENTS = BASE.resolve("deployments");

    /** As its own script says them. */
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.security",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.management/javax.management",
            "java.naming/javax.naming");

    WildFlyProcess() throws IOException {
        this(shipped -> shipped);
    }

    /** @param configured makes its configuration of the one that it is shipped with */
    WildFlyProcess(UnaryOperator<String> configured) throws IOException {
        super(command(configured), "wildfly", "WFLYSRV0025");
    }

    @Override
    public void deploy(Path application) throws IOException {
        Path there = DEPLOYMENTS.resolve(application.getFileName());
        if (!Files.exists(there)) Files.copy(application, there);
        Path order = Path.of(there + ".dodeploy");
        Files.createFile(order);
        await().atMost(PATIENCE).until(() -> !Files.exists(order) && isDone(there));
        if (Files.exists(Path.of(there + ".failed")))
            throw new IllegalStateException(Files.readString(Path.of(there + ".failed")));
    }

    @Override
    public void undeploy(Path application) throws IOException {
        Path there = DEPLOYMENTS.resolve(application.getFileName());
        Files.delete(Path.of(there + ".deployed"));
        await().atMost(PATIENCE).until(() -> Files.exists(Path.of(there + ".undeployed")));
        Files.delete(there);
    }

    @Override
    public String log() throws IOException {
        return Files.readString(BASE.resolve("log/server.log"));
    }

    private static boolean isDone(Path application) {
        return !Files.exists(Path.of(application + ".isdeploying"))
                && (Files.exists(Path.of(application + ".deployed")) || Files.exists(Path.of(application + ".failed")));
    }

    private static List<String> command(UnaryOperator<String> configured) throws IOException {
        Path home = home();
        freshBase(home, configured);
        int port = Ports.free();
        Server.placeAt(port);
        List<String> command = new ArrayList<>(List.of(JAVA, FORGETFUL));
        command.addAll(OPTIONS);
        OPENED.forEach(opened -> command.add("--add-opens=" + opened + "=ALL-UNNAMED"));
        command.addAll(List.of(
                "-Dlogging.configuration="
                        + BASE.resolve("configuration/logging.properties").toUri(),
                "-Dorg.jboss.boot.log.file=" + BASE.resolve("log/server.log"),
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + BASE,
                "-Djboss.bind.address=127.0.0.1",
                "-Djboss.bind.address.management=127.0.0.1",
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + Ports.free(),
                "-Djboss.management.http.port=" + Ports.free(),
                "-Djboss.management.https.port=" + Ports.free()));
        return command;
    }

    private static Path home() throws IOException {
        try (Stream<Path> homes = Files.list(DIRECTORY)) {
            return homes.filter(home -> Files.exists(home.resolve("jboss-modules.jar")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Looks for new deployments more often than it is shipped to. */
    private static void freshBase(Path home, UnaryOperator<String> configured) throws IOException {
        Directories.delete(BASE);
        Files.createDirectories(DEPLOYMENTS);
        Path shipped = home.resolve("standalone/configuration");
        Path configuration = Files.createDirectories(BASE.resolve("configuration"));
        try (Stream<Path> files = Files.list(shipped).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) Files.copy(file, configuration.resolve(file.getFileName()));
        }
        Path standalone = configuration.resolve("standalone.xml");
        Files.writeString(
                standalone,
                configured.apply(
                        Files.readString(standalone).replace("scan-interval=\"5000\"", "scan-interval=\"500\"")));
    }
}
