package org.updatable.it.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.updatable.it.Archives;
import org.updatable.it.OnServer;
import org.updatable.it.Server;
import org.updatable.it.bench.parts.Counter;

/**
 * {@code ./mvnw verify -Pbench}. Not part of the default build, and so not named as its tests are. Times are only told;
 * the numbers of statements have to be right.
 */
@OnServer
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Benchmarks {
    private static final int ROWS = 50;
    private static final int MANY = 1_000_000;
    private static final int MANY_WATCHERS = 1_000;
    private static final int GROUPS = ROWS * 6;
    private static final String NEWS = "changed behind everybody's back";

    /** A pool reads something else when it opens a connection. */
    private static final Pattern READS_PARTS = Pattern.compile("(?is)^select .*(live|lifeless)part");

    private static final Table JOINS = new Table(
            "A page of 50 rows with 6 fields each",
            "clients",
            "what",
            "SELECTs",
            "each for itself",
            "milliseconds",
            "each for itself");

    private final HttpClient http = Server.http().build();

    @Deployment(testable = false)
    public static WebArchive bench() {
        WebArchive bench = ShrinkWrap.create(WebArchive.class, "bench.war")
                .addPackage(Counter.class.getPackage())
                .addAsResource("bench/persistence.xml", "META-INF/persistence.xml")
                .addAsResource(
                        new StringAsset("updatable.max-connections-per-address=20000"),
                        "META-INF/microprofile-config.properties")
                .addAsWebResource("bench/page.jsp", "page.jsp")
                .addAsWebResource("bench/region.jsp", "region.jsp")
                .addAsLibrary(Archives.database());
        Archives.libraries().forEach((path, library) -> bench.add(library, path));
        return bench;
    }

    @AfterAll
    static void writeJoins() throws IOException {
        JOINS.write("joins");
    }

    @Test
    @Order(1)
    void aCommitCostsNoStatementMore() throws Exception {
        ask("fill?from=1&count=100");
        Table table = new Table(
                "A transaction that changes two attributes of each row, in microseconds",
                "rows",
                "who watches them",
                "median with",
                "median without",
                "ratio",
                "p95 with",
                "p95 without",
                "processor with",
                "processor without",
                "more on the thread that commits, for each row",
                "statements with",
                "statements without");

        commits(table, "nobody", 0);
        // Two pages, since one page has fifty rows.
        List<String> frames = Stream.concat(page(1).frames().stream(), page(1 + ROWS).frames().stream())
                .toList();
        try (Crowd watcher = new Crowd(1, frames, "\"value\":\"part")) {
            watcher.untilReady(frames.size());
            commits(table, "one", 0);
            commits(table, "one; 5 ms between them", 5);
            assertThat(watcher.told()).as("names that the watcher was told").isPositive();
        }
        try (Crowd watchers = new Crowd(MANY_WATCHERS, frames, "\"value\":\"part")) {
            watchers.untilReady(frames.size());
            commits(table, "%,d; 20 ms between them".formatted(MANY_WATCHERS), 20);
            assertThat(watchers.told()).as("names that they were told").isGreaterThan(MANY_WATCHERS);
        }
        table.write("commits");
    }

    private void commits(Table table, String watched, int pause) throws Exception {
        for (JsonObject size :
                ask("commits?pause=" + pause).getJsonArray("sizes").getValuesAs(JsonObject.class)) {
            JsonObject with = size.getJsonObject("LivePart");
            JsonObject without = size.getJsonObject("LifelessPart");
            table.line(
                    size.getInt("rows"),
                    watched,
                    number(with, "median"),
                    number(without, "median"),
                    "%.2f".formatted(number(with, "median") / number(without, "median")),
                    number(with, "p95"),
                    number(without, "p95"),
                    number(size, "cpu LivePart"),
                    number(size, "cpu LifelessPart"),
                    (number(size, "own cpu LivePart") - number(size, "own cpu LifelessPart")) / size.getInt("rows"),
                    sum(statements(with)),
                    sum(statements(without)));
            assertThat(statements(with)).isNotEmpty().isEqualTo(statements(without));
        }
    }

    @Test
    @Order(2)
    void onePageIsJoinedByOneClient() throws Exception {
        joinedBy(1, 1_001, true);
    }

    @Test
    @Order(3)
    void onePageIsJoinedByAHundredClients() throws Exception {
        joinedBy(100, 2_001, true);
    }

    @Test
    @Order(4)
    @Timeout(value = 7, unit = TimeUnit.MINUTES)
    void onePageIsJoinedByFiveThousandClients() throws Exception {
        joinedBy(5_000, 3_001, false);
    }

    @Test
    @Order(5)
    @Timeout(value = 7, unit = TimeUnit.MINUTES)
    void aStatementOverAMillionRowsCostsWhatIsOnScreens() throws Exception {
        int from = 1_000_000;
        ask("fill-many?from=" + from + "&count=" + MANY);
        Table table = new Table(
                "One JPQL statement that changes a million rows, in milliseconds",
                "rows",
                "of them watched",
                "median with",
                "median without",
                "ratio",
                "rows that are read afterwards");
        bulk(table, from, 0);
        try (Crowd watcher = new Crowd(1, page(from).frames(), "\"value\":777")) {
            watcher.untilReady(page(from).frames().size());
            bulk(table, from, ROWS);
            assertThat(watcher.told()).as("numbers that the watcher was told").isGreaterThanOrEqualTo(ROWS);
        }
        table.write("bulk");
    }

    @Test
    @Order(6)
    @Timeout(value = 7, unit = TimeUnit.MINUTES)
    void aChangeIsReadOnceForAllWhoObserveIt() throws Exception {
        Table table = new Table(
                "A commit that changes a row, which programs observe in three ways each",
                "programs",
                "subscriptions",
                "SELECTs",
                "each for itself",
                "milliseconds until all are told",
                "each for itself, reading alone");
        int row = 9_001;
        ask("fill?from=" + row + "&count=1");
        List<String> subscriptions = List.of(
                "{\"action\":\"subscribe_instance\",\"pk\":%d,\"request_id\":1}".formatted(row),
                "{\"action\":\"subscribe_many\",\"request_id\":2}",
                "{\"action\":\"subscribe_many\",\"filters\":{\"place\":\"shelf %d\"},\"request_id\":3}".formatted(row));
        long once = 0;
        for (int programs : List.of(1, 100, 1_000)) {
            int stock = 5_000 + programs;
            Cost alone = cost(() ->
                    ask("read-for-each?from=%d&rows=1&clients=%d".formatted(row, programs * subscriptions.size())));
            try (Crowd crowd = Crowd.ofObservers(programs, "live_part", subscriptions, "\"stock\":" + stock)) {
                crowd.untilReady(subscriptions.size());
                Cost all = cost(() -> {
                    ask("change?from=%d&stock=%d".formatted(row, stock));
                    crowd.untilTold(programs * subscriptions.size());
                });
                table.line(
                        programs,
                        programs * subscriptions.size(),
                        all.selects(),
                        alone.selects(),
                        all.millis(),
                        alone.millis());
                if (once == 0) once = all.selects();
                assertThat(all.selects()).as("as for one program").isEqualTo(once);
                assertThat(alone.selects()).isEqualTo((long) programs * subscriptions.size());
            }
        }
        table.write("observers");
    }

    @Test
    @Order(7)
    @Timeout(value = 7, unit = TimeUnit.MINUTES)
    void aThousandPagesRenderARegionAgain() throws Exception {
        Table table = new Table(
                "A region that 1,000 pages show",
                "what",
                "fetches",
                "most in one second",
                "milliseconds until all show it",
                "fetches, all at once",
                "most in one second",
                "milliseconds");
        int row = 9_101;
        ask("fill?from=" + row + "&count=1");
        for (int changes : List.of(1, 20)) {
            Object[] atOnce = renders(row, changes, 10_000 * changes, false);
            Object[] spread = renders(row, changes, 20_000 * changes, true);
            table.line(
                    changes == 1 ? "one change" : changes + " changes within two seconds",
                    spread[0],
                    spread[1],
                    spread[2],
                    atOnce[0],
                    atOnce[1],
                    atOnce[2]);
            assertThat((int) spread[1]).isLessThanOrEqualTo(50);
        }
        table.write("regions");
    }

    private Object[] renders(int row, int changes, int stock, boolean spreads) throws Exception {
        try (Regions regions =
                new Regions(1_000, Server.address("bench").resolve("counter/region?from=" + row), spreads)) {
            long begin = System.nanoTime();
            for (int i = 1; i <= changes; i++) {
                ask("change?from=%d&stock=%d".formatted(row, stock + i));
                if (i < changes) Thread.sleep(100);
            }
            regions.untilAllShow("%d: %d<".formatted(row, stock + changes));
            return new Object[] {
                regions.fetches(), regions.mostFetchesInASecond(), (System.nanoTime() - begin) / 1_000_000
            };
        }
    }

    private void bulk(Table table, int from, int watched) throws Exception {
        JsonObject measured = ask("bulk?from=" + from + "&stock=777001");
        JsonObject with = measured.getJsonObject("LivePart");
        JsonObject without = measured.getJsonObject("LifelessPart");
        long read = rowsRead(with);
        table.line(
                MANY,
                watched,
                number(with, "median") / 1e3,
                number(without, "median") / 1e3,
                "%.2f".formatted(number(with, "median") / number(without, "median")),
                read);
        assertThat(read).isEqualTo(watched);
        assertThat(rowsRead(without)).isZero();
    }

    private static long rowsRead(JsonObject kind) {
        JsonObject rows = kind.getJsonObject("rows");
        return rows.keySet().stream()
                .filter(sql -> sql.toUpperCase(Locale.ROOT).startsWith("SELECT"))
                .mapToLong(sql -> rows.getJsonNumber(sql).longValue())
                .sum();
    }

    private void joinedBy(int clients, int from, boolean withBaseline) throws Exception {
        ask("fill?from=" + from + "&count=" + ROWS);
        Page page = page(from);
        List<String> frames = page.frames();
        assertThat(page.subscriptions()).hasSize(GROUPS);
        Cost alone = withBaseline
                ? cost(() -> ask("read-for-each?from=" + from + "&clients=" + clients))
                : new Cost((long) clients * ROWS, "not tried");
        assertThat(alone.selects()).isEqualTo((long) clients * ROWS);

        try (Crowd crowd = new Crowd(clients, List.of(), NEWS)) {
            Cost first = cost(() -> {
                crowd.says(frames);
                crowd.untilReady(frames.size());
            });
            line(clients, "join at once; nobody did before", first, alone);
            assertThat(first.selects()).isBetween(1L, (long) frames.size());

            Cost next = cost(() -> {
                try (Crowd another = new Crowd(1, frames, NEWS)) {
                    another.untilReady(frames.size());
                }
            });
            line(1, "joins while " + clients + " show the same", next, new Cost(ROWS, "-"));
            assertThat(next.selects()).isZero();
        }
        untilNobodyWatches(page);
        ask("change-behind?from=" + from + "&name=" + NEWS.replace(" ", "%20"));
        Cost again = cost(() -> {
            try (Crowd crowd = new Crowd(clients, frames, NEWS)) {
                crowd.untilReady(frames.size());
                assertThat(crowd.told()).as("news that the clients were told").isGreaterThanOrEqualTo(clients);
            }
        });
        line(clients, "connect and join again; one row has changed", again, alone);
        assertThat(again.selects()).isPositive();
    }

    private static void line(int clients, String what, Cost ours, Cost alone) {
        JOINS.line(clients, what, ours.selects(), alone.selects(), ours.millis(), alone.millis());
    }

    /** What is watched is remembered: one more client who joins costs a query as soon as nobody else does. */
    private void untilNobodyWatches(Page page) {
        List<String> one = List.of(page.subscriptions().get(0));
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> cost(() -> {
                                    try (Crowd probe = new Crowd(1, one, NEWS)) {
                                        probe.untilReady(1);
                                    }
                                })
                                .selects()
                        > 0);
    }

    private Page page(int from) throws Exception {
        HttpResponse<String> response = get("page?from=" + from);
        return new Page(response.body());
    }

    private interface Work {
        void run() throws Exception;
    }

    /**
     * @param selects that the database has executed
     * @param millis it took, for people
     */
    private record Cost(long selects, String millis) {}

    private Cost cost(Work work) throws Exception {
        ask("count");
        long begin = System.nanoTime();
        work.run();
        long millis = (System.nanoTime() - begin) / 1_000_000;
        JsonObject counted = ask("counted");
        long selects = counted.keySet().stream()
                .filter(sql -> READS_PARTS.matcher(sql).find())
                .mapToLong(sql -> counted.getJsonNumber(sql).longValue())
                .sum();
        return new Cost(selects, "" + millis);
    }

    /** How often each was executed in one transaction on average, whichever of the two tables it is about. */
    private static Map<String, Double> statements(JsonObject kind) {
        Map<String, Double> statements = new TreeMap<>();
        JsonObject counted = kind.getJsonObject("statements");
        counted.keySet()
                .forEach(sql ->
                        statements.put(sql.replaceAll("(?i)LIVEPART|LIFELESSPART", "PART"), number(counted, sql)));
        return statements;
    }

    private static double sum(Map<String, Double> statements) {
        return statements.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double number(JsonObject of, String name) {
        return of.getJsonNumber(name).doubleValue();
    }

    private JsonObject ask(String what) throws IOException, InterruptedException {
        try (JsonReader reader = Json.createReader(new StringReader(get(what).body()))) {
            return reader.readObject();
        }
    }

    private HttpResponse<String> get(String what) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(Server.address("bench").resolve("counter/" + what))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response;
    }
}
