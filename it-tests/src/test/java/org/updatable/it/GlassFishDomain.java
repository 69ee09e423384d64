package org.updatable.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is configured of a GlassFish, or of a Payara, which descends from it: on free ports, on this machine only, and
 * without what would reach further: Hazelcast, the broker of JMS, and the report to Payara's makers.
 */
public final class GlassFishDomain {
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
    private static final String DATABASE_ONLY_HERE = "-Dh2.bindAddress=127.0.0.1";

    private static final String HTTP = "8080";
    private static final String ADMINISTRATION = "4848";
    private static final String DERBY = "1527";

    private final Path directory;
    private final Map<String, String> ports = new HashMap<>();

    /** @param directory of the domain */
    public GlassFishDomain(Path directory) {
        this.directory = directory;
    }

    /**
     * Configures it, and forgets what it has logged.
     *
     * @param options of its JVM, beside those it is shipped with
     */
    public void configure(String... options) throws IOException {
        Path configuration = directory.resolve("config/domain.xml");
        Path shipped = directory.resolve("config/domain.xml.shipped");
        if (!Files.exists(shipped)) Files.copy(configuration, shipped);
        Files.writeString(configuration, onlyHere(Files.readString(shipped), List.of(options)));
        Files.deleteIfExists(log()); // the server would add to it
    }

    /** Whether {@link #configure} got so far that the server can be told to stop. */
    public boolean isConfigured() {
        return !ports.isEmpty();
    }

    public int httpPort() {
        return Integer.parseInt(ports.get(HTTP));
    }

    public String administrationPort() {
        return ports.get(ADMINISTRATION);
    }

    /** Of GlassFish's default data source: Derby, which is a server of its own. Payara's is in its own process. */
    public Optional<String> derbyPort() {
        return Optional.ofNullable(ports.get(DERBY));
    }

    public Path log() {
        return directory.resolve("logs/server.log");
    }

    private String onlyHere(String configuration, List<String> options) {
        boolean isPayara = configuration.contains("<hazelcast-");
        String more = options.stream().map(GlassFishDomain::option).collect(Collectors.joining());
        String here = configuration
                .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
                .replace("<network-listener port=", "<network-listener address=\"127.0.0.1\" port=")
                .replace(SERVER, SERVER + NO_BROKER + (isPayara ? NO_REPORT : ""))
                .replace(FIRST_OPTION, option(DATABASE_ONLY_HERE) + more + FIRST_OPTION)
                .replace(
                        "<hazelcast-config-specific-configuration",
                        "<hazelcast-config-specific-configuration enabled=\"false\"");
        return PORT.matcher(here)
                .replaceAll(port -> Matcher.quoteReplacement(port.group(1)
                        + port.group(2)
                        + ports.computeIfAbsent(port.group(3), shipped -> Integer.toString(Ports.free()))));
    }

    private static String option(String option) {
        return "<jvm-options>" + option + "</jvm-options>";
    }
}
