package org.updatable.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Where the server of the running test class is: on a port that nobody else has, on this machine only. */
public final class Server implements BeforeAllCallback {
    private static final String PORT = "it.port";

    /** Below the ports that systems give to outgoing connections: one of those could take it before the server does. */
    private static final int LOWEST_PORT = 20_000;

    private static final int HIGHEST_PORT = 30_000;

    private static Path log;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Optional<OnPayaraMicro> server =
                AnnotationSupport.findAnnotation(context.getRequiredTestClass(), OnPayaraMicro.class);
        if (server.isPresent())
            place(server.get(), context.getRequiredTestClass().getSimpleName());
    }

    private static void place(OnPayaraMicro server, String name) throws IOException {
        System.setProperty(PORT, Integer.toString(freePort()));
        System.setProperty("it.commands", commands());
        log = Path.of(System.getProperty("it.directory"), "server", name + ".log");
        System.setProperty("it.log", escaped(log));
        for (Path earlier : logs()) Files.delete(earlier);
        System.setProperty("it.options", options(server));
    }

    private static String options(OnPayaraMicro server) {
        if (server.withEveningEdition()) return "--deploy " + escaped(Archives.evening());
        return server.withLayouts() ? "--postdeploycommandfile " + escaped(Layouts.commands()) : "";
    }

    /** For a server that Arquillian does not start. */
    static void placeAt(int port) {
        System.setProperty(PORT, Integer.toString(port));
    }

    /** The address of an application on the server, with a slash at its end. */
    public static URI address(String application) {
        return URI.create("http://127.0.0.1:" + port() + "/" + application + "/");
    }

    /** The endpoint of an application on the server. */
    public static URI updates(String application) {
        return URI.create("ws://127.0.0.1:" + port() + "/" + application + "/updates");
    }

    /** The server's port. */
    public static int port() {
        return Integer.getInteger(PORT);
    }

    /** What the server of the running test class has logged. */
    public static String log() {
        try {
            return logs().stream().map(Server::text).collect(Collectors.joining());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The server adds to the files of an earlier run; a long log has several. */
    private static List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(log.getParent())) {
            return files.filter(file -> file.getFileName().toString().matches(log.getFileName() + "\\.\\d+"))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A port that nobody listens on now. Random, so that two builds at once do not choose the same one. */
    public static int freePort() {
        return ThreadLocalRandom.current()
                .ints(1_000, LOWEST_PORT, HIGHEST_PORT)
                .filter(Server::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static String commands() {
        try {
            return escaped(
                    Path.of(Server.class.getResource("/payara-micro.commands").toURI()));
        } catch (URISyntaxException notAFile) {
            throw new IllegalStateException(notAFile);
        }
    }

    /** The adapter splits its options at spaces. */
    private static String escaped(Path path) {
        return path.toString().replace(" ", "\\ ");
    }
}
