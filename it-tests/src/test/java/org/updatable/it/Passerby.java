package org.updatable.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.updatable.it.passerby.Busy;
import org.updatable.it.sockets.Echo;

/** Another application on a server, which has nothing to do with ours. */
final class Passerby {
    private static final int MORE_THAN_THERE_ARE_THREADS = 100;

    private final HttpClient http = Server.http().build();

    private Passerby() {}

    /** It comes, or comes again, and uses all threads of the server, for requests and for WebSockets. */
    static Passerby passesBy(Host server) throws IOException, InterruptedException {
        Path file = ServerProcess.DIRECTORY.resolve("leaks/passerby.war");
        Files.createDirectories(file.getParent());
        ShrinkWrap.create(WebArchive.class)
                .addPackage(Busy.class.getPackage())
                .addClass(Echo.class)
                .as(ZipExporter.class)
                .exportTo(file.toFile(), true);
        server.deploy(file);
        Passerby passerby = new Passerby();
        passerby.asks();
        passerby.connects();
        return passerby;
    }

    /** Every thread has something else to do than what it did last, and forgets that. */
    void asks() {
        HttpRequest request = HttpRequest.newBuilder(Server.address("passerby").resolve("busy"))
                .build();
        assertThat(many(() -> http.sendAsync(request, BodyHandlers.ofString())))
                .allSatisfy(answer -> assertThat(answer.body()).isEqualTo("true"));
    }

    private void connects() {
        URI endpoint = Server.updates("passerby").resolve("echo");
        many(() -> http.newWebSocketBuilder().buildAsync(endpoint, new WebSocket.Listener() {}))
                .forEach(
                        socket -> socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join());
    }

    /** All at once. */
    private static <T> List<T> many(Supplier<CompletableFuture<T>> one) {
        List<CompletableFuture<T>> all =
                Stream.generate(one).limit(MORE_THAN_THERE_ARE_THREADS).toList();
        return all.stream().map(CompletableFuture::join).toList();
    }
}
