package org.updatable.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.updatable.it.Archives;
import org.updatable.it.Server;
import org.updatable.it.bench.fanout.Fan;
import org.updatable.it.bench.parts.Counter;

/** The server that is tested, with the application that tells many in one way or another: {@link Fan}. */
final class FanServer {
    private static final String APPLICATION = "fanout";
    private static final double MICROS_OF_A_TICK = 10_000;
    private static final Pattern CHANNEL = Pattern.compile("jakarta\\.faces\\.push/fan\\?[0-9a-f-]+");

    private final HttpClient http = Server.http().build();

    /**
     * The application.
     *
     * @param settings of Updatable: lines of MicroProfile Config
     */
    static WebArchive application(String... settings) {
        WebArchive application = ShrinkWrap.create(WebArchive.class, APPLICATION + ".war")
                .addPackage(Counter.class.getPackage())
                .addPackage(Fan.class.getPackage())
                .addAsResource("bench/persistence.xml", "META-INF/persistence.xml")
                .addAsResource(
                        new StringAsset("updatable.max-connections-per-address=20000\n" + String.join("\n", settings)),
                        "META-INF/microprofile-config.properties")
                .addAsWebResource("bench/fan.jsp", "fan.jsp")
                .addAsWebResource("bench/fan.xhtml", "fan.xhtml")
                .addAsWebInfResource(new StringAsset(""), "beans.xml")
                .setWebXML(new StringAsset("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                          <context-param>
                            <param-name>jakarta.faces.ENABLE_WEBSOCKET_ENDPOINT</param-name>
                            <param-value>true</param-value>
                          </context-param>
                          <servlet>
                            <servlet-name>faces</servlet-name>
                            <servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class>
                          </servlet>
                          <servlet-mapping>
                            <servlet-name>faces</servlet-name>
                            <url-pattern>*.xhtml</url-pattern>
                          </servlet-mapping>
                        </web-app>"""))
                .addAsLibrary(Archives.database());
        Archives.libraries().forEach((path, library) -> application.add(library, path));
        return application;
    }

    /** Puts rows into the table, from an id on. */
    void fill(long from, int count) throws IOException, InterruptedException {
        get("counter/fill-many?from=%d&count=%d".formatted(from, count));
    }

    /** A page of so many rows, as it is rendered now. */
    Page page(long from, int rows) throws IOException, InterruptedException {
        return page(from, rows, "stock");
    }

    /** The same, of another field. */
    Page page(long from, int rows, String field) throws IOException, InterruptedException {
        return new Page(get("fan/page?from=%d&rows=%d&field=%s".formatted(from, rows, field)));
    }

    /** Where our pages connect to. */
    URI updates() {
        return Server.updates(APPLICATION);
    }

    /** Where those connect to who are told by a loop over sessions. */
    URI loop() {
        return updates().resolve("loop");
    }

    /** Where those connect to who are told by {@code f:websocket}. */
    URI push() throws IOException, InterruptedException {
        Matcher channel = CHANNEL.matcher(get("fan.xhtml").replace("\\", ""));
        assertThat(channel.find()).isTrue();
        return updates().resolve(channel.group());
    }

    /**
     * Lets the application follow a {@link Conductor}.
     *
     * @param port where that is
     * @param how it tells: what {@link Fan} knows
     * @param from the first row that changes
     * @param rows how many do
     * @return done when it follows no longer
     */
    CompletableFuture<?> follow(int port, String how, long from, int rows) {
        return http.sendAsync(
                        request("fan/follow?port=%d&who=%s&from=%d&rows=%d".formatted(port, how, from, rows)),
                        BodyHandlers.ofString())
                .thenAccept(FanServer::succeeded);
    }

    /** The server's process. */
    long process() throws IOException, InterruptedException {
        return Long.parseLong(get("fan/process"));
    }

    /**
     * How long a process has worked, in user and in system mode: from the ticks that stand behind its name, which may have any
     * characters.
     */
    static double processorMicros(long process) throws IOException {
        String line = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", 14);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MICROS_OF_A_TICK;
    }

    private String get(String what) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request(what), BodyHandlers.ofString());
        succeeded(response);
        return response.body();
    }

    private static void succeeded(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private static HttpRequest request(String what) {
        return HttpRequest.newBuilder(Server.address(APPLICATION).resolve(what)).build();
    }
}
