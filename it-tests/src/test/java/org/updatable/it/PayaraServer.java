package org.updatable.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The server that also deploys EARs, which Payara Micro does not. */
final class PayaraServer implements EarServer {
    private static final Path HOME = Path.of(System.getProperty("it.home"));

    private static final String NAME = "domain1";
    private static final Path DOMAINS = Server.ownDirectory().resolve("domains");
    static final Path DOMAIN = DOMAINS.resolve(NAME);

    private final GlassFishDomain domain = new GlassFishDomain(DOMAIN);

    PayaraServer() throws IOException, InterruptedException {
        Directories.copy(HOME.resolve("domains").resolve(NAME), DOMAIN);
        domain.configure(Host.FORGETFUL, ServerProcess.COMPILES_ONCE);
        String told = ask("start-domain", "--domaindir", DOMAINS.toString(), NAME);
        if (!told.contains("Successfully started")) throw new IllegalStateException(told);
        Server.placeAt(domain.httpPort());
    }

    @Override
    public Outcome deploy(Path application) throws IOException, InterruptedException {
        String told = ask("deploy", application.toString());
        return new Outcome(told.contains("deploy executed successfully"), told);
    }

    @Override
    public String log() throws IOException {
        return Files.readString(domain.log());
    }

    @Override
    public void stop() throws IOException, InterruptedException {
        ask("stop-domain", "--domaindir", DOMAINS.toString(), "--kill=true", NAME);
    }

    String ask(String command, String... operands) throws IOException, InterruptedException {
        List<String> line = Stream.concat(
                        Stream.of(
                                ServerProcess.JAVA,
                                ServerProcess.COMPILES_ONCE,
                                "-jar",
                                HOME.resolve("lib/client/appserver-cli.jar").toString(),
                                "--port",
                                domain.administrationPort(),
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
