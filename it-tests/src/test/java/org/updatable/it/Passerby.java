package org.updatable.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.updatable.it.passerby.Busy;

/** Another application on a server, which has nothing to do with ours. */
final class Passerby {
    /** Than either server starts. */
    private static final int MORE_THAN_THERE_ARE_THREADS = 100;

    /** Deploys it, and lets the server start all its threads for it. */
    Passerby(Host server) throws IOException, InterruptedException {
        Path file = ServerProcess.DIRECTORY.resolve("leaks/passerby.war");
        Files.createDirectories(file.getParent());
        ShrinkWrap.create(WebArchive.class)
                .addPackage(Busy.class.getPackage())
                .as(ZipExporter.class)
                .exportTo(file.toFile(), true);
        server.deploy(file);
        passesBy(MORE_THAN_THERE_ARE_THREADS);
    }

    /** Uses the server once. */
    void passesBy() {
        passesBy(1);
    }

    private static void passesBy(int times) {
        HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).build(); // no connection that was idle
        HttpRequest request = HttpRequest.newBuilder(Server.address("passerby").resolve("busy"))
                .build();
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, times)
                .mapToObj(time -> http.sendAsync(request, BodyHandlers.ofString()))
                .toList();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().body()).isEqualTo("true"));
    }
}
