package org.updatable.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The server that also deploys EARs, which Payara Micro does not. On free ports, on this machine only, and without what
 * would reach further: Hazelcast, the broker of JMS, and the report to its makers.
 */
final class PayaraServer implements EarServer {
    private static final Path HOME = Path.of(System.getProperty("it.home"));
    private static final Path DOMAIN = HOME.resolve("domains/domain1");
    private static final Path LOG = DOMAIN.resolve("logs/server.log");
    private static final Pattern PORT = Pattern.compile("(port=|telnet\\.port=|PROVIDER_PORT\" value=)(\"?)(\\d{4,5})");

    /** What the server adds when it is not there: a broker that listens everywhere, and a report to its makers. */
    private static final String SILENT = """
            <config name="server-config">
              <jms-service type="REMOTE" default-jms-host="none"><jms-host name="none" host="localhost"/></jms-service>
              <phone-home-runtime-configuration enabled="false"/>""";

    /** H2 opens a port of its own. */
    private static final String OPTIONS = """
            <jvm-options>-Xmx512m</jvm-options>
            <jvm-options>-Dh2.bindAddress=127.0.0.1</jvm-options>
            <jvm-options>%s</jvm-options>""".formatted(Host.FORGETFUL);

    private static final String HTTP = "8080";
    private static final String ADMINISTRATION = "4848";

    private final Map<String, String> ports = new HashMap<>();

    PayaraServer() throws IOException, InterruptedException {
        Path configuration = DOMAIN.resolve("config/domain.xml");
        Path shipped = DOMAIN.resolve("config/domain.xml.shipped");
        if (!Files.exists(shipped)) Files.copy(configuration, shipped);
        Files.writeString(configuration, onlyHere(Files.readString(shipped)));
        Files.deleteIfExists(LOG); // the server would add to it
        String told = ask("start-domain");
        if (!told.contains("Successfully started")) throw new IllegalStateException(told);
        Server.placeAt(Integer.parseInt(ports.get(HTTP)));
    }

    @Override
    public Outcome deploy(Path application) throws IOException, InterruptedException {
        String told = ask("deploy", application.toString());
        return new Outcome(told.contains("deploy executed successfully"), told);
    }

    @Override
    public String log() throws IOException {
        return Files.readString(LOG);
    }

    @Override
    public void stop() throws IOException, InterruptedException {
        ask("stop-domain", "--kill=true");
    }

    private String onlyHere(String configuration) {
        String here = configuration
                .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
                .replace("<network-listener port=", "<network-listener address=\"127.0.0.1\" port=")
                .replace("<config name=\"server-config\">", SILENT)
                .replace("<jvm-options>-Xmx512m</jvm-options>", OPTIONS)
                .replace(
                        "<hazelcast-config-specific-configuration",
                        "<hazelcast-config-specific-configuration enabled=\"false\"");
        return PORT.matcher(here)
                .replaceAll(port -> Matcher.quoteReplacement(port.group(1)
                        + port.group(2)
                        + ports.computeIfAbsent(port.group(3), shipped -> Integer.toString(Server.freePort()))));
    }

    String ask(String command, String... operands) throws IOException, InterruptedException {
        List<String> line = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-jar",
                                HOME.resolve("lib/client/appserver-cli.jar").toString(),
                                "--port",
                                ports.get(ADMINISTRATION),
                                command),
                        Stream.of(operands))
                .toList();
        Process process = new ProcessBuilder(line)
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .start();
        try (InputStream answer = process.getInputStream()) {
            String told = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return told;
        }
    }
}
