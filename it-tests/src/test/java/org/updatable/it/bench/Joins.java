package org.updatable.it.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.updatable.it.OnServer;

/**
 * What it takes when all come at once, as after a restart of the server: {@code ./mvnw verify -Pbench -Djmh.skip -Dit.test=Joins}. Each
 * connects, joins what its page shows, and waits until it is told that it is ready; two thousand are on their way at a time, and the
 * others after them. Beside it, the same number connect, say one frame, and get one back.
 */
@OnServer
class Joins {
    private static final int ROUNDS = Integer.getInteger("joins.rounds", 3);
    private static final int CLIENTS = Integer.getInteger("joins.clients", 5_000);
    private static final int AT_ONCE = 2_000;
    private static final int GROUPS = 50;

    /** Each of these rows is on a hundred pages. */
    private static final int ROWS = 2_500;

    private final FanServer server = new FanServer();

    @Deployment(testable = false)
    public static WebArchive fan() {
        return FanServer.application();
    }

    /**
     * Who come.
     *
     * @param what for people
     * @param groups how many each of them joins
     * @param arrivals what was measured in each round
     */
    private record Case(
            String what, int groups, URI door, IntFunction<List<String>> greeting, List<Arrivals> arrivals) {
        Case(String what, int groups, URI door, IntFunction<List<String>> greeting) {
            this(what, groups, door, greeting, new ArrayList<>());
        }

        Arrivals median() {
            return arrivals.stream()
                    .sorted((one, other) -> Long.compare(one.nanos(), other.nanos()))
                    .toList()
                    .get(arrivals.size() / 2);
        }
    }

    /**
     * How long it took.
     *
     * @param nanos until all were ready
     * @param longest for one of them, from its first packet
     * @param micros that the server's process has worked
     */
    private record Arrivals(long nanos, long longest, double micros) {}

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void allComeAtOnce() throws Exception {
        server.fill(1, ROWS);
        List<String> same = server.page(1, GROUPS).frames();
        List<List<String>> pages = new ArrayList<>();
        for (int from = 1; from < ROWS; from += GROUPS)
            pages.add(server.page(from, GROUPS).frames());
        List<Case> cases = List.of(
                new Case("connect, say one frame, and get one back", 0, server.loop(), number -> List.of("hello")),
                new Case("join what all of them show", GROUPS, server.updates(), number -> same),
                new Case(
                        "join one of 50 pages each",
                        GROUPS,
                        server.updates(),
                        number -> pages.get(number % pages.size())));
        long process = server.process();
        for (int round = -1; round < ROUNDS; round++)
            for (Case next : cases) {
                Arrivals arrivals = arrivals(next, process);
                if (round >= 0) next.arrivals().add(arrivals);
            }
        Table table = new Table(
                "%,d come at once; medians of %d rounds".formatted(CLIENTS, ROUNDS),
                "what they do",
                "clients a second",
                "groups a second",
                "milliseconds until all are ready",
                "ratio to the first line",
                "longest for one of them, milliseconds",
                "server's microseconds for a client");
        for (Case next : cases) {
            Arrivals median = next.median();
            double clients = CLIENTS / (median.nanos() / 1e9);
            table.line(
                    next.what(),
                    Math.round(clients),
                    Math.round(clients * next.groups()),
                    median.nanos() / 1_000_000,
                    String.format(
                            Locale.ROOT,
                            "%.2f",
                            (double) median.nanos() / cases.get(0).median().nanos()),
                    median.longest() / 1_000_000,
                    Math.round(median.micros() / CLIENTS));
        }
        table.write("joins-at-once");
    }

    private static Arrivals arrivals(Case who, long process) throws Exception {
        double before = FanServer.processorMicros(process);
        long begin = System.nanoTime();
        try (Receivers receivers = new Receivers(CLIENTS, who.door(), who.greeting(), AT_ONCE)) {
            long end = System.nanoTime();
            return new Arrivals(end - begin, receivers.longestWelcome(), FanServer.processorMicros(process) - before);
        }
    }
}
