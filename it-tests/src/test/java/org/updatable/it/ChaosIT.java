package org.updatable.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.updatable.it.browser.Onlookers;
import org.updatable.it.browser.Windows;
import org.updatable.it.chaos.Control;
import org.updatable.it.readers.Readers;
import org.updatable.it.readers.Truth;
import org.updatable.it.readers.Watchers;

/**
 * Many write and many read, in pages and as programs that observe whole tables, connections are lost, some take nothing for a
 * while, what we do fails now and then, and the server is killed: at the end everybody is shown what the database holds, nobody
 * ever saw anything become older, and nobody was shown a part of a commit. Where what sees to that is left out, it finds that it
 * is missing. For a longer one: {@code -Dchaos.seconds=600 -Dchaos.readers=500}.
 */
class ChaosIT {
    private static final Duration HALF =
            Duration.ofSeconds(Integer.getInteger("chaos.seconds", 8)).dividedBy(2);
    private static final int READERS = Integer.getInteger("chaos.readers", 200);
    private static final int WATCHERS = 10;
    private static final Duration WITHOUT = Duration.ofSeconds(2);
    private static final Duration A_WHILE = Duration.ofSeconds(5);
    private static final Duration A_MOMENT = Duration.ofSeconds(3);
    private static final int READERS_WITHOUT = 60;
    private static final int TRIES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern HOGGED = Pattern.compile("\"hogged\":(\\d+)");
    private static final List<String> PAGES = List.of("table.jsp", "table.xhtml", "table.jsp");

    @Nested
    @Tag("payara")
    class OnPayara extends Chaos {
        @Override
        ServerProcess start(Path application) throws IOException {
            return new PayaraMicroProcess(application, List.of(), "/payara-micro-few-threads.commands");
        }
    }

    @Nested
    @Tag("wildfly")
    class OnWildFly extends Chaos {
        @Override
        ServerProcess start(Path application) throws IOException {
            WildFlyProcess server = new WildFlyProcess(
                    shipped -> shipped.replace(
                            "<managed-executor-service name=\"default\"",
                            "<managed-executor-service name=\"default\" core-threads=\"2\" max-threads=\"4\" queue-length=\"4\""));
            server.deploy(application);
            return server;
        }
    }

    /** One server for all: it takes long to start. */
    @Timeout(3600)
    @TestInstance(Lifecycle.PER_CLASS)
    abstract static class Chaos {
        @RegisterExtension
        final Windows windows = new Windows();

        private final HttpClient http = Server.http().build();
        private Truth truth;
        private Path application;
        private ServerProcess server;

        abstract ServerProcess start(Path application) throws IOException;

        @BeforeAll
        void begin() throws Exception {
            truth = new Truth();
            application = application(truth.url());
            start();
        }

        /**
         * Payara that is asked for something at the wrong moment of its start never answers: its web container ends with a
         * NoClassDefFoundError.
         */
        private void start() throws Exception {
            server = start(application);
            for (int again = 0; again < TRIES && !answers(); again++) {
                server.kill();
                server = start(application);
            }
        }

        private boolean answers() throws IOException, InterruptedException {
            return http.send(request("numbers"), BodyHandlers.discarding()).statusCode() == 200;
        }

        @AfterAll
        void end() throws SQLException {
            if (server != null) server.close();
            truth.close();
        }

        @Test
        void everybodyIsShownWhatIsThereAndNobodySawItBecomeOlder() throws Exception {
            try (Readers readers = new Readers(ChaosIT::address, "table.jsp");
                    Watchers watchers = new Watchers(ChaosIT::address);
                    Onlookers onlookers = new Onlookers()) {
                readers.come(READERS, true);
                watchers.come(WATCHERS);
                for (String page : PAGES) onlookers.open(windows, "chaos", page);
                await().atMost(PATIENCE).until(() -> readers.haveCome() && watchers.haveCome());
                ask("start");
                goesOn(onlookers);
                String before = ask("numbers");
                server.kill();
                long connections = readers.connections();
                start();
                await().atMost(PATIENCE).until(() -> readers.connections() >= connections + READERS);
                ask("start");
                goesOn(onlookers);
                readers.calm();
                watchers.calm();
                String after = ask("stop");
                await().atMost(PATIENCE).until(() -> readers.areReady() && watchers.areReady());
                onlookers.areLive();

                List<String> wrong = comesToBeRight(readers, watchers, onlookers, A_WHILE);
                String withoutThreads = ask("trickle");
                wrong.addAll(comesToBeRight(readers, watchers, onlookers, A_WHILE));
                List<String> wentBack = new ArrayList<>(readers.wentBack());
                wentBack.addAll(watchers.wentBack());
                wentBack.addAll(onlookers.wentBack());
                List<String> torn = new ArrayList<>(readers.torn());
                torn.addAll(watchers.torn());
                torn.addAll(onlookers.torn());
                System.out.printf(
                        "Chaos: until the server was killed %s; afterwards %s, and %s; %d connections of %d readers; wrong in the end: %s;"
                                + " went back: %s; torn: %s%n",
                        before,
                        after,
                        withoutThreads,
                        readers.connections(),
                        READERS,
                        Readers.some(wrong),
                        Readers.some(wentBack),
                        Readers.some(torn));
                assertThat(hogged(withoutThreads))
                        .as("how often the container had no thread to give")
                        .isGreaterThan(hogged(after));
                assertThat(wrong).isEmpty();
                assertThat(wentBack).isEmpty();
                assertThat(torn).isEmpty();
            }
        }

        /** What does not go wrong at once goes wrong if one goes on: who writes what is up to chance. */
        @Test
        void whatIsLeftOutIsFound() throws Exception {
            ask("lie");
            List<String> withoutOrder = violations(true, this::wrongOrBack);
            ask("tell-the-truth");
            List<String> withoutCatchUp = violations(false, this::wrongOrBack);
            ask("tear");
            List<String> inParts = violations(true, Readers::torn);
            ask("tell-the-truth");
            ask("be-deaf");
            List<String> withoutReading = violations(true, this::wrongOrBack);
            List<String> ofObservers = untilFound(this::observed);
            ask("tell-the-truth");
            ask("lose");
            List<String> withoutHealing = violations(true, this::wrongOrBack);
            ask("tell-the-truth");
            ask("pass");
            List<String> oneAfterTheOther = violations(true, Readers::torn);
            ask("tell-the-truth");
            System.out.printf(
                    "Chaos: violations without order: %s; without catch-up: %s; in parts: %s; without reading what was touched:"
                            + " %s, by observers: %s; without healing what failed: %s; read one after the other: %s%n",
                    Readers.some(withoutOrder),
                    Readers.some(withoutCatchUp),
                    Readers.some(inParts),
                    Readers.some(withoutReading),
                    Readers.some(ofObservers),
                    Readers.some(withoutHealing),
                    Readers.some(oneAfterTheOther));
            assertThat(withoutHealing).isNotEmpty();
            assertThat(oneAfterTheOther).isNotEmpty();
            assertThat(withoutReading).isNotEmpty();
            assertThat(ofObservers).isNotEmpty();
            assertThat(withoutOrder).isNotEmpty();
            assertThat(withoutCatchUp).isNotEmpty();
            assertThat(inParts).isNotEmpty();
        }

        private List<String> violations(boolean catchUp, Function<Readers, List<String>> found) throws Exception {
            return untilFound(() -> tried(catchUp, found));
        }

        private static List<String> untilFound(Callable<List<String>> tried) throws Exception {
            List<String> violations = List.of();
            for (int i = 0; i < TRIES && violations.isEmpty(); i++) violations = tried.call();
            return violations;
        }

        /** What programs come to know that never lose their connection. */
        private List<String> observed() throws Exception {
            try (Readers nobody = new Readers(ChaosIT::address, "table.jsp");
                    Watchers watchers = new Watchers(ChaosIT::address);
                    Onlookers none = new Onlookers()) {
                watchers.calm();
                watchers.come(WATCHERS);
                await().atMost(PATIENCE).until(watchers::haveCome);
                ask("start");
                Thread.sleep(WITHOUT.toMillis());
                ask("stop");
                return comesToBeRight(nobody, watchers, none, A_MOMENT);
            }
        }

        private List<String> tried(boolean catchUp, Function<Readers, List<String>> found) throws Exception {
            try (Readers readers = new Readers(ChaosIT::address, "table.jsp")) {
                readers.come(READERS_WITHOUT, catchUp);
                await().atMost(PATIENCE).until(readers::haveCome);
                ask("start");
                Thread.sleep(WITHOUT.toMillis());
                readers.calm();
                ask("stop");
                await().atMost(PATIENCE).until(readers::areReady);
                ask("trickle"); // what is read for one who comes back heals what the others have missed until then
                return found.apply(readers);
            }
        }

        private List<String> wrongOrBack(Readers readers) {
            try (Onlookers nobody = new Onlookers();
                    Watchers none = new Watchers(ChaosIT::address)) {
                List<String> violations = comesToBeRight(readers, none, nobody, A_MOMENT);
                violations.addAll(readers.wentBack());
                return violations;
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static void goesOn(Onlookers onlookers) throws InterruptedException {
            for (int i = 0; i < 2; i++) {
                Thread.sleep(HALF.dividedBy(2).toMillis());
                onlookers.trip();
            }
        }

        /** What is shown and is not so, after some time for what is on its way. */
        private List<String> comesToBeRight(Readers readers, Watchers watchers, Onlookers onlookers, Duration patience)
                throws SQLException {
            Map<String, String> now = truth.shown();
            try {
                await().atMost(patience)
                        .until(() -> wrong(readers, watchers, onlookers, now).isEmpty());
            } catch (ConditionTimeoutException stays) {
                return wrong(readers, watchers, onlookers, now);
            }
            return new ArrayList<>();
        }

        private static List<String> wrong(
                Readers readers, Watchers watchers, Onlookers onlookers, Map<String, String> now) {
            List<String> wrong = readers.wrong(group -> Truth.of(group, now));
            wrong.addAll(watchers.wrong(now));
            for (Map<String, String> page : onlookers.shown())
                page.forEach((group, shown) -> {
                    if (!Truth.of(group, now).equals(shown))
                        wrong.add(group + " shows " + shown + " in a browser, and is " + Truth.of(group, now));
                });
            return wrong;
        }

        private static int hogged(String numbers) {
            Matcher hogged = HOGGED.matcher(numbers);
            assertThat(hogged.find()).as(numbers).isTrue();
            return Integer.parseInt(hogged.group(1));
        }

        private String ask(String what) throws IOException, InterruptedException {
            HttpResponse<String> answer = http.send(request(what), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }

    private static HttpRequest request(String what) {
        return HttpRequest.newBuilder(address().resolve("control/" + what))
                .timeout(PATIENCE)
                .build();
    }

    private static URI address() {
        return Server.address("chaos");
    }

    private static Path application(String database) throws IOException {
        WebArchive chaos = ShrinkWrap.create(WebArchive.class, "chaos.war")
                .addPackage(Control.class.getPackage())
                .addAsResource("chaos/persistence.xml", "META-INF/persistence.xml")
                .addAsResource(
                        new StringAsset("updatable.max-connections-per-address=100000\n"),
                        "META-INF/microprofile-config.properties")
                .addAsWebResource("chaos/table.jsp", "table.jsp")
                .addAsWebResource("chaos/table.xhtml", "table.xhtml")
                .setWebXML(new StringAsset("""
                        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                          <servlet>
                            <servlet-name>faces</servlet-name>
                            <servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class>
                          </servlet>
                          <servlet-mapping>
                            <servlet-name>faces</servlet-name>
                            <url-pattern>*.xhtml</url-pattern>
                          </servlet-mapping>
                          <data-source>
                            <name>java:app/jdbc/chaos</name>
                            <class-name>org.h2.jdbcx.JdbcDataSource</class-name>
                            <url>%s</url>
                            <user>sa</user>
                            <password>sa</password>
                          </data-source>
                        </web-app>
                        """.formatted(database)))
                .addAsLibrary(Archives.database());
        Archives.libraries().forEach((path, library) -> chaos.add(library, path));
        Path file = Files.createDirectories(ServerProcess.DIRECTORY.resolve("chaos"))
                .resolve("chaos.war");
        chaos.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }
}
