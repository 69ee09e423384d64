package org.updatable.it.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.updatable.it.Directories;
import org.updatable.it.GlassFishDomain;

/** GlassFish, and Payara Server, which descends from it. */
final class GlassFish extends OtherServer {
    private final GlassFishDomain domain;

    GlassFish(String name, String version, Path home) {
        super(name, version, home);
        domain = new GlassFishDomain(home.resolve("domains/domain1"));
    }

    @Override
    void start() throws IOException, InterruptedException {
        domain.configure();
        if (hasDerby()) {
            Path databases = DIRECTORY.resolve("derby");
            Directories.delete(databases);
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
        if (!domain.isConfigured()) return;
        told(asadmin("stop-domain", List.of("--kill=true")));
        if (hasDerby()) told(asadmin("stop-database", withDerby()));
    }

    @Override
    int port() {
        return domain.httpPort();
    }

    @Override
    Path logFile() {
        return domain.log();
    }

    private boolean hasDerby() {
        return domain.derbyPort().isPresent();
    }

    private List<String> withDerby(String... more) {
        List<String> options = new ArrayList<>(
                List.of("--dbhost", "127.0.0.1", "--dbport", domain.derbyPort().orElseThrow()));
        options.addAll(List.of(more));
        return options;
    }

    private void ask(String command, List<String> operands) throws IOException, InterruptedException {
        String told = told(asadmin(command, operands));
        if (!told.contains("Command " + command + " executed successfully")) throw new IllegalStateException(told);
    }

    private ProcessBuilder asadmin(String command, List<String> operands) {
        List<String> arguments = new ArrayList<>(List.of("--port", domain.administrationPort(), command));
        arguments.addAll(operands);
        return script("asadmin", "", arguments);
    }
}
