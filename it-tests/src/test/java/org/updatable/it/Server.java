package org.updatable.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Where the server of the running test class is: on a port that nobody else has, on this machine only. */
public final class Server implements BeforeAllCallback {
    private static final Brand BRAND = Brand.tested();

    /** As Payara answers when it has mixed up two requests: one is refused, or gets the other's answer. */
    private static final Set<Integer> MIXED_UP = Set.of(301, 503);

    private static int port;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Optional<OnServer> server = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), OnServer.class);
        if (server.isPresent()) {
            placeAt(Ports.free());
            BRAND.place(port(), context.getRequiredTestClass().getSimpleName(), beside(server.get()));
        }
    }

    private static List<Path> beside(OnServer server) {
        if (server.withEveningEdition()) return List.of(Archives.evening());
        if (server.withOtherDatabases()) return Archives.onOtherDatabases();
        return server.withLayouts() ? Layouts.all() : List.of();
    }

    /** What lies beside Arquillian's deployment may be deployed after it. */
    static final class Complete implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            await().atMost(Duration.ofMinutes(3)).until(BRAND::isComplete);
        }
    }

    /** For a server that Arquillian does not start. */
    static void placeAt(int port) {
        Server.port = port;
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
        return port;
    }

    /** Not HTTP/2: the servers agree to change to it, and now and then go on in HTTP/1.1 or hang up all the same. */
    public static HttpClient.Builder http() {
        return HttpClient.newBuilder().version(Version.HTTP_1_1);
    }

    /**
     * Asks over HTTP. Payara gives a request away twice when a WebSocket is closed while its handshake still ends, and
     * another one is refused for it: that is asked again.
     */
    public static HttpResponse<String> ask(HttpClient http, HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return MIXED_UP.contains(answer.statusCode()) ? http.send(request, BodyHandlers.ofString()) : answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Opens a WebSocket, with the same patience: no answer to a handshake is that of a page. */
    public static WebSocket connect(Supplier<CompletableFuture<WebSocket>> handshake) {
        try {
            return handshake.get().join();
        } catch (CompletionException refused) {
            if (!(refused.getCause() instanceof WebSocketHandshakeException answer)) throw refused;
            int status = answer.getResponse().statusCode();
            if (status != 200 && !MIXED_UP.contains(status)) throw refused;
            return handshake.get().join();
        }
    }

    /** What the server of the running test class has logged. */
    public static String log() {
        try {
            return BRAND.log();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What stands in the log before a sentence of ours, as a pattern. */
    static String ours(Level level) {
        return BRAND.ours(level);
    }

    /** Where the servers and what they are given lie. */
    static Path directory() {
        return Path.of(System.getProperty("it.directory"), "server");
    }

    /** Where only this JVM writes, of those that run tests at the same time. */
    static Path ownDirectory() {
        return directory().resolve(System.getProperty("it.fork"));
    }
}
