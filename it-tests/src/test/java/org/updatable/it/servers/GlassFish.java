package org.updatable.it.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GlassFish, and Payara Server, which descends from it. Without what would reach further: Hazelcast, the broker of JMS,
 * and the report to Payara's makers.
 */
final class GlassFish extends OtherServer {
    private static final Pattern PORT =
            Pattern.compile("(port=|telnet\\.port=|PROVIDER_PORT\" value=|property value=(?=\"1527\"))(\"?)(\\d{4,5})");
    private static final String SERVER = "<config name=\"server-config\">";

    /** What the server adds when it is not there: a broker that listens everywhere. */
    private static final String NO_BROKER = """

            <jms-service type="REMOTE" default-jms-host="none"><jms-host name="none" host="localhost"/></jms-service>
            """;

    private static final String NO_REPORT = "<phone-home-runtime-configuration enabled=\"false\"/>";
    private static final String FIRST_OPTION = "<jvm-options>-Dosgi.shell.telnet.port=";

    /** Payara's default database listens, so that another process may share its file. */
    private static final String DATABASE_ONLY_HERE = "<jvm-options>-Dh2.bindAddress=127.0.0.1</jvm-options>";

    private static final String HTTP = "8080";
    private static final String ADMINISTRATION = "4848";

    /** Of GlassFish's default data source: Derby, which is a server of its own. Payara's is in its own process. */
    private static final String DERBY = "1527";

    private final Map<String, String> ports = new HashMap<>();

    GlassFish(String name, String version, Path home) {
        super(name, version, home);
    }

    @Override
    void start() throws IOException, InterruptedException {
        Path configuration = domain().resolve("config/domain.xml");
        Path shipped = domain().resolve("config/domain.xml.shipped");
        if (!Files.exists(shipped)) Files.copy(configuration, shipped);
        Files.writeString(configuration, onlyHere(Files.readString(shipped)));
        Files.deleteIfExists(logFile()); // the server would add to it
        if (hasDerby()) {
            Path databases = DIRECTORY.resolve("derby");
            delete(databases);
            ask(
                    "start-database",
                    withDerby("--dbhome", Files.createDirectories(databases).toString()));
        }
        ask("start-domain", List.of());
    }

    @Override
    void deploy(Path war) throws IOException, InterruptedException {
        ask("deploy", List.of("--force=true", war.toString()));
    }

    @Override
    void stop() throws IOException, InterruptedException {
        if (ports.isEmpty()) return;
        told(asadmin("stop-domain", List.of("--kill=true")));
        if (hasDerby()) told(asadmin("stop-database", withDerby()));
    }

    @Override
    int port() {
        return Integer.parseInt(ports.get(HTTP));
    }

    @Override
    Path logFile() {
        return domain().resolve("logs/server.log");
    }

    private Path domain() {
        return home.resolve("domains/domain1");
    }

    private boolean hasDerby() {
        return ports.containsKey(DERBY);
    }

    private List<String> withDerby(String... more) {
        List<String> options = new ArrayList<>(List.of("--dbhost", "127.0.0.1", "--dbport", ports.get(DERBY)));
        options.addAll(List.of(more));
        return options;
    }

    private String onlyHere(String configuration) throws IOException {
        boolean isPayara = configuration.contains("<hazelcast-");
        String here = configuration
                .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
                .replace("<network-listener port=", "<network-listener address=\"127.0.0.1\" port=")
                .replace(SERVER, SERVER + NO_BROKER + (isPayara ? NO_REPORT : ""))
                .replace(FIRST_OPTION, DATABASE_ONLY_HERE + FIRST_OPTION)
                .replace(
                        "<hazelcast-config-specific-configuration",
                        "<hazelcast-config-specific-configuration enabled=\"false\"");
        Matcher port = PORT.matcher(here);
        while (port.find()) {
            if (!ports.containsKey(port.group(3))) ports.put(port.group(3), Integer.toString(freePort()));
        }
        return port.replaceAll(
                found -> Matcher.quoteReplacement(found.group(1) + found.group(2) + ports.get(found.group(3))));
    }

    private void ask(String command, List<String> operands) throws IOException, InterruptedException {
        String told = told(asadmin(command, operands));
        if (!told.contains("Command " + command + " executed successfully")) throw new IllegalStateException(told);
    }

    private ProcessBuilder asadmin(String command, List<String> operands) {
        List<String> arguments = new ArrayList<>(List.of("--port", ports.get(ADMINISTRATION), command));
        arguments.addAll(operands);
        return script("asadmin", "", arguments);
    }
}
