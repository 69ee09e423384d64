package org.updatable.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.updatable.it.Archives;
import org.updatable.it.OnServer;
import org.updatable.it.Server;
import org.updatable.it.bench.delays.Changes;
import org.updatable.it.postgres.Postgres;

/**
 * How soon a change is at a page, by who makes it: {@code ./mvnw verify -Pbench -Djmh.skip -Dit.test=Delays}. Times are only told; each change
 * has to arrive.
 *
 * <p>Measured is from the moment in which {@code commit()} is called, when all statements are done, until the page's WebSocket has the
 * frame with the new value. Not from the commit's return: what it has changed is told while it returns, by other threads and by the
 * database, and so may be at the page before. How often it was is told, too, and how long {@code commit()} itself takes.
 *
 * <p>Both moments are those of {@link System#nanoTime}, though the application's is another process: on Linux it is the clock of the
 * machine ({@code CLOCK_MONOTONIC}), which all processes share, and it is tried here whether they do. {@code Instant.now()} is shared,
 * too, but may be set back meanwhile.
 *
 * <p>Every way has its turn in each round, in random order: what else the machine does meanwhile hits all of them.
 */
@OnServer
class Delays {
    private static final String APPLICATION = "delays";
    private static final int WARM_UP = 50;
    private static final int ROUNDS = 300;

    /** What one way leaves to be done, such as hearing of a change that was told already, has ended before the next one. */
    private static final int PAUSE = 15;

    private final HttpClient http = Server.http().build();

    @Deployment(testable = false)
    public static WebArchive notes() {
        WebArchive notes = ShrinkWrap.create(WebArchive.class, APPLICATION + ".war")
                .addPackage(Changes.class.getPackage())
                .addAsResource("bench/delays.xml", "META-INF/persistence.xml")
                .addAsResource(
                        new StringAsset("updatable.postgres.url=" + Postgres.address()),
                        "META-INF/microprofile-config.properties")
                .addAsWebResource("bench/sheet.jsp", "sheet.jsp")
                .setWebXML(new StringAsset("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                        %s
                        </web-app>""".formatted(Postgres.dataSource(Postgres.address()))))
                .addAsLibraries(Archives.database(), Postgres.driver());
        Archives.libraries().forEach((path, library) -> notes.add(library, path));
        return notes;
    }

    /** Makes a change, and says when it was committed. */
    @FunctionalInterface
    private interface Change {
        Committed to(String text) throws IOException, InterruptedException, SQLException;
    }

    /**
     * When a transaction was committed.
     *
     * @param begin of {@code commit()}
     * @param end of it
     */
    private record Committed(long begin, long end) {}

    /**
     * What was measured of one change.
     *
     * @param delay from the beginning of the commit until the page was told, in nanoseconds
     * @param commit how long it took itself
     */
    private record Measured(long delay, long commit) {}

    /** One way to change a row. */
    private static final class Way {
        private final String database;
        private final String who;
        private final Change change;
        private final List<Measured> measured = new ArrayList<>();

        Way(String database, String who, Change change) {
            this.database = database;
            this.who = who;
            this.change = change;
        }

        double millis(double part, ToLongFunction<Measured> of) {
            long[] sorted = measured.stream().mapToLong(of).sorted().toArray();
            return sorted[(int) (sorted.length * part)] / 1e6;
        }

        long earlierThanTheCommitsEnd() {
            return measured.stream().filter(one -> one.delay() < one.commit()).count();
        }
    }

    @Test
    @Timeout(value = 12, unit = TimeUnit.MINUTES)
    void aChangeIsAtThePageSoon() throws Exception {
        theClockIsTheMachines();
        ask("changes/begin");
        List<String> greeting = new Page(get("sheet").body()).frames();
        try (Connection other = Postgres.connect();
                Statement program = other.createStatement();
                Onlooker page = new Onlooker(http, APPLICATION, greeting)) {
            other.setAutoCommit(false);
            List<Way> ways = ways(other, program);
            measure(ways, page, WARM_UP);
            ways.forEach(way -> way.measured.clear());
            measure(ways, page, ROUNDS);
            tell(ways);
        }
    }

    private List<Way> ways(Connection other, Statement program) {
        return List.of(
                new Way("PostgreSQL", "an entity", inTheApplication("postgres", "entity")),
                new Way("PostgreSQL", "JPQL `update`", inTheApplication("postgres", "statement")),
                new Way("PostgreSQL", "native SQL", inTheApplication("postgres", "sql")),
                new Way("PostgreSQL", "JDBC of the application, by triggers", inTheApplication("postgres", "jdbc")),
                new Way("PostgreSQL", "another program, by triggers", text -> {
                    program.execute("update postgresnote set text = '%s' where id = 1".formatted(text));
                    return committed(other);
                }),
                // As where there are no triggers: these do not run.
                new Way("PostgreSQL", "another program, by `NOTIFY`", text -> {
                    program.execute("set local session_replication_role = replica");
                    program.execute("update postgresnote set text = '%s' where id = 1".formatted(text));
                    program.execute("notify postgres_note, '{\"pk\":1}'");
                    return committed(other);
                }),
                new Way("PostgreSQL", "`notifications.send`", inTheApplication("postgres", "announcement")),
                new Way("H2", "an entity", inTheApplication("h2", "entity")),
                new Way("H2", "JPQL `update`", inTheApplication("h2", "statement")),
                new Way("H2", "native SQL", inTheApplication("h2", "sql")),
                new Way("H2", "JDBC and `Updates.touch`", inTheApplication("h2", "jdbc-and-touch")));
    }

    private Change inTheApplication(String database, String how) {
        return text -> committed(ask("changes/%s?on=%s&text=%s".formatted(how, database, text)));
    }

    private static Committed committed(JsonObject answer) {
        return new Committed(
                answer.getJsonNumber("begin").longValue(),
                answer.getJsonNumber("end").longValue());
    }

    private static Committed committed(Connection other) throws SQLException {
        long begin = System.nanoTime();
        other.commit();
        return new Committed(begin, System.nanoTime());
    }

    private static void measure(List<Way> ways, Onlooker page, int rounds) throws Exception {
        Random random = new Random(rounds);
        List<Way> turns = new ArrayList<>(ways);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(turns, random);
            for (Way way : turns) {
                Thread.sleep(PAUSE);
                String text = "text-%d-%d-%d".formatted(rounds, round, ways.indexOf(way));
                Committed committed = way.change.to(text);
                long told = page.isTold('"' + text + '"');
                way.measured.add(new Measured(told - committed.begin(), committed.end() - committed.begin()));
            }
        }
    }

    private static void tell(List<Way> ways) throws IOException {
        Table table = new Table(
                "From the call of a commit until a page has the new value, in milliseconds",
                "database",
                "who changes the row",
                "median",
                "p99",
                "ratio to an entity",
                "median of the commit itself",
                "there before the commit had returned, of " + ROUNDS);
        for (Way way : ways) {
            Way entity = ways.stream()
                    .filter(other -> other.database.equals(way.database))
                    .findFirst()
                    .orElseThrow();
            double median = way.millis(0.5, Measured::delay);
            table.line(
                    way.database,
                    way.who,
                    "%.2f".formatted(median),
                    "%.1f".formatted(way.millis(0.99, Measured::delay)),
                    "%.2f".formatted(median / entity.millis(0.5, Measured::delay)),
                    "%.2f".formatted(way.millis(0.5, Measured::commit)),
                    way.earlierThanTheCommitsEnd());
        }
        table.write("delays");
    }

    private void theClockIsTheMachines() throws IOException, InterruptedException {
        long before = System.nanoTime();
        long there = committed(ask("changes/now")).end();
        assertThat(there).isBetween(before, System.nanoTime());
    }

    private JsonObject ask(String what) throws IOException, InterruptedException {
        try (JsonReader reader = Json.createReader(new StringReader(get(what).body()))) {
            return reader.readObject();
        }
    }

    private HttpResponse<String> get(String what) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(Server.address(APPLICATION).resolve(what))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response;
    }
}
