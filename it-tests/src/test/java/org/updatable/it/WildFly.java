package org.updatable.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * WildFly, in a base directory of its own for each test class. It deploys what lies in a folder there, EARs too, and says
 * in files beside it what became of that.
 */
final class WildFly implements Brand, EarServer {
    private static final Path HOME = Path.of(System.getProperty("it.home"));

    /** What its own script opens. */
    private static final List<String> OPEN = Stream.of(
                    "java.base/java.io",
                    "java.base/java.lang",
                    "java.base/java.lang.invoke",
                    "java.base/java.lang.reflect",
                    "java.base/java.net",
                    "java.base/java.security",
                    "java.base/java.util",
                    "java.base/java.util.concurrent",
                    "java.management/javax.management",
                    "java.naming/javax.naming")
            .map(packaged -> "--add-opens=" + packaged + "=ALL-UNNAMED")
            .toList();

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Path base = HOME;
    private Process process;

    @Override
    public void place(int port, String name, List<Path> beside) throws IOException {
        base = freshBase(name);
        for (Path application : beside) Files.copy(application, deployments().resolve(application.getFileName()));
        int management = Ports.free();
        System.setProperty("it.management", Integer.toString(management));
        System.setProperty(
                "it.arguments", // which the adapter splits at spaces
                arguments(base, port, management).stream().collect(Collectors.joining("\" \"", "\"", "\"")));
    }

    @Override
    public boolean isComplete() throws IOException {
        try (Stream<Path> files = Files.list(deployments())) {
            return files.filter(file -> file.toString().endsWith("ar")).allMatch(WildFly::isDone);
        }
    }

    @Override
    public String log() throws IOException {
        Path log = base.resolve("log/server.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    @Override
    public String ours(Level level) {
        return "%-5s \\[org\\.updatable\\] \\(.*\\) ".formatted(level == Level.WARNING ? "WARN" : level);
    }

    @Override
    public String transport() {
        return "UndertowTransport";
    }

    @Override
    public String twoCopiesOfTheServer() {
        return "Component 'org\\.updatable\\.\\w+' in class 'org\\.updatable\\.\\S+' is already defined in class";
    }

    /** Its own script is a wrapper, which would have to be ended as well. */
    @Override
    public EarServer serverForEars() throws IOException {
        int port = Ports.free();
        base = freshBase("EarIT");
        List<String> line = new ArrayList<>(List.of(ServerProcess.JAVA));
        line.addAll(ServerProcess.OPTIONS);
        line.addAll(OPEN);
        line.add("-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"));
        line.add("-Dlogging.configuration="
                + base.resolve("configuration/logging.properties").toUri());
        line.addAll(List.of("-jar", HOME.resolve("jboss-modules.jar").toString()));
        line.addAll(List.of("-mp", HOME.resolve("modules").toString(), "org.jboss.as.standalone"));
        line.add("-Djboss.home.dir=" + HOME);
        line.addAll(arguments(base, port, Ports.free()));
        process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(base.resolve("console.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await().atMost(PATIENCE).until(() -> log().contains("WFLYSRV0025"));
        Server.placeAt(port);
        return this;
    }

    @Override
    public Outcome deploy(Path application) throws IOException {
        Path whole = Files.copy(application, base.resolve(application.getFileName()));
        Path here = Files.move(whole, deployments().resolve(application.getFileName()));
        await().atMost(PATIENCE).until(() -> isDone(here));
        return Files.exists(deployed(here))
                ? new Outcome(true, "")
                : new Outcome(false, Files.readString(failed(here)));
    }

    @Override
    public void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** On free ports, on this machine only. */
    private static List<String> arguments(Path base, int port, int management) {
        return List.of(
                "-Djboss.server.base.dir=" + base,
                "-Djboss.bind.address=127.0.0.1",
                "-Djboss.bind.address.management=127.0.0.1",
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + Ports.free(),
                "-Djboss.management.http.port=" + management);
    }

    private Path deployments() {
        return base.resolve("deployments");
    }

    private static boolean isDone(Path application) {
        return Files.exists(deployed(application)) || Files.exists(failed(application));
    }

    private static Path deployed(Path application) {
        return Path.of(application + ".deployed");
    }

    private static Path failed(Path application) {
        return Path.of(application + ".failed");
    }

    private static Path freshBase(String name) throws IOException {
        Path base = Server.directory().resolve("wildfly-" + name);
        Directories.delete(base);
        Files.createDirectories(base.resolve("deployments"));
        Path shipped = HOME.resolve("standalone/configuration");
        Files.createDirectories(base.resolve("configuration"));
        try (Stream<Path> files = Files.list(shipped).filter(Files::isRegularFile)) {
            for (Path file : files.toList())
                Files.copy(file, base.resolve("configuration").resolve(file.getFileName()));
        }
        Path configuration = base.resolve("configuration/standalone.xml");
        Files.writeString(configuration, withUsersOfApplications(Files.readString(configuration)));
        return base;
    }

    /** The server lets an application's own identity store name only those whom its list of users has, unless it is told. */
    private static String withUsersOfApplications(String configuration) {
        String domain = "<application-security-domain name=\"other\" security-domain=\"ApplicationDomain\"";
        int web = configuration.indexOf(domain, configuration.indexOf("urn:jboss:domain:undertow:"));
        return configuration.substring(0, web)
                + domain
                + " integrated-jaspi=\"false\""
                + configuration.substring(web + domain.length());
    }
}
