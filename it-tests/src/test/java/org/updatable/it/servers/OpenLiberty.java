package org.updatable.it.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.updatable.it.Directories;
import org.updatable.it.Ports;

/**
 * Open Liberty with the web profile. It has no default data source of its own, and shows an application the classes of
 * its JPA provider only when it is told to.
 */
final class OpenLiberty extends OtherServer {
    private static final String CONFIGURATION = """
            <server>
              <featureManager><feature>webProfile-10.0</feature></featureManager>
              <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
              <library id="h2"><fileset dir="%s" includes="h2.jar"/></library>
              <dataSource id="DefaultDataSource">
                <jdbcDriver libraryRef="h2" javax.sql.XADataSource="org.h2.jdbcx.JdbcDataSource"/>
                <properties URL="jdbc:h2:mem:default;DB_CLOSE_DELAY=-1" user="sa" password="sa"/>
              </dataSource>
            </server>
            """;
    private static final String APPLICATION = """
            <server>
              <webApplication location="%s" name="%s" contextRoot="/%2$s">%s</webApplication>
            </server>
            """;
    private static final String SEES_THE_PROVIDER = "<classloader apiTypeVisibility=\"+third-party\"/>";
    private static final String NAME = "proof";

    private final Path user = DIRECTORY.resolve("liberty-user");
    private int port;

    OpenLiberty(String version, Path home) {
        super("Open Liberty", version, home);
    }

    @Override
    void start() throws IOException, InterruptedException {
        Directories.delete(user);
        Files.createDirectories(applications());
        port = Ports.free();
        Files.writeString(server().resolve("server.xml"), CONFIGURATION.formatted(port, DIRECTORY));
        String told = told(script("start"));
        until(() -> log().contains("CWWKF0011I") || !told.contains("Server " + NAME + " started"));
    }

    @Override
    void deploy(Path war) throws IOException {
        deploy(war, "newsroom", SEES_THE_PROVIDER);
        if (!log().contains("CWWKZ0001I: Application newsroom started")) throw new IllegalStateException(log());
    }

    /** As the server does it of itself. */
    void deployWithoutProvider(Path war, String name) throws IOException {
        deploy(war, name, "");
    }

    @Override
    void stop() throws IOException, InterruptedException {
        told(script("stop"));
    }

    @Override
    int port() {
        return port;
    }

    @Override
    Path logFile() {
        return server().resolve("logs/messages.log");
    }

    private void deploy(Path war, String name, String visibility) throws IOException {
        Files.writeString(applications().resolve(name + ".xml"), APPLICATION.formatted(war, name, visibility));
        until(() -> log().contains("CWWKZ0001I: Application " + name + " started")
                || log().contains("CWWKZ0002E: An exception occurred while starting the application " + name + "."));
    }

    private Path server() {
        return user.resolve("servers").resolve(NAME);
    }

    private Path applications() {
        return server().resolve("configDropins/overrides");
    }

    private ProcessBuilder script(String command) {
        ProcessBuilder server = script("server", "", List.of(command, NAME));
        server.environment().put("WLP_USER_DIR", user.toString());
        return server;
    }
}
