package org.updatable.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.updatable.it.OnServer;
import org.updatable.it.bench.Turns.Costs;
import org.updatable.it.bench.Turns.Delay;
import org.updatable.it.bench.Turns.Turn;
import org.updatable.it.bench.fanout.Words;

/**
 * What it costs to tell many, beside the least that it can cost and what else is used for it: {@code ./mvnw verify -Pbench -Djmh.skip
 * -Dit.test=FanOut}. Costs and times are only told; each message has to arrive.
 *
 * <p>The cost is that of the server's process on all its threads, in user and in system mode, as the operating system counts it
 * ({@code /proc/<pid>/stat}): to ten milliseconds, and so each turn is long. What listens is another process.
 *
 * <p>Each way to tell has a turn in each round, in which its receivers come, are told some changes to warm up, then those that are
 * measured, and leave. Some rounds before those that count warm up, too. Each change is made when all have been told the one before, but
 * in a burst. Updatable's cost includes that of the commit and of what it makes the compilers do; the same commit is also measured where
 * nobody watches, with a pause before it.
 *
 * <p>A delay is from the call of {@code commit()}, with all statements done, or from before the first send where there is no commit, until
 * a receiver has read the frame; the clock is the machine's, see {@link Delays}.
 */
@OnServer
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FanOut {
    private static final int ROUNDS = Integer.getInteger("fanout.rounds", 3);

    /** Before those that count: until the servers' compilers have done most of what they do. */
    private static final int FIRST_WARM_UPS = 3;

    /** Of each further test. */
    private static final int WARM_UPS = 2;

    private static final int RECEIVERS = 1_000;

    /** 10,000 take as many more files for each process, see {@code ulimit -n}. */
    private static final int CROWD = Integer.getInteger("fanout.crowd", 5_000);

    private static final int FIELDS = 50;
    private static final int BURST = 200;

    /** Milliseconds, as long as others take to tell all: what comes rarely finds less of what it needs in the processor's caches. */
    private static final int PAUSE = 10;

    /** Of rows that nobody shows. */
    private static final int UNWATCHED = 100_001;

    private static final int ROWS = 20_000;
    private static final String SENT = "Updatable, sent without a commit";
    private static final Chart CHART = new Chart();
    private static RawProcess raw;

    private static boolean isFilled;

    /** No number is told twice. */
    private static int value = 1_000_000;

    private final FanServer server = new FanServer();

    @Deployment(testable = false)
    public static WebArchive fanOut() {
        return FanServer.application();
    }

    /** Where receivers go, and what each of them says there, by its number. */
    private record Arrival(URI door, IntFunction<List<String>> greeting) {
        Arrival(URI door) {
            this(door, number -> List.of());
        }
    }

    /** Asked before each turn: pages are outdated by the one before. */
    @FunctionalInterface
    private interface Invitation {
        Arrival now() throws IOException, InterruptedException;
    }

    /**
     * Who tells.
     *
     * @param name for people
     * @param process whose work is counted
     * @param invitation for those who are told
     * @param orchestra follows a {@link Conductor}
     */
    private record Contender(
            String name, long process, Invitation invitation, IntFunction<CompletableFuture<?>> orchestra) {

        /**
         * What it does in each round.
         *
         * @param receivers how many are told
         * @param each how often one change is told to each
         * @param changes that are made one after the other
         */
        Plan plan(int receivers, int each, int changes) {
            return new Plan(this, receivers, each, 1, changes);
        }
    }

    /**
     * What is done in each round.
     *
     * @param who tells
     * @param receivers how many
     * @param each how often each of them is told a change
     * @param atOnce how many changes are made without waiting until all were told
     * @param times how often that is done
     */
    private record Plan(Contender who, int receivers, int each, int atOnce, int times) {
        int changes() {
            return atOnce * times;
        }

        /** Not all at once. */
        Plan toWarmUp() {
            return new Plan(who, receivers, each, Math.min(atOnce, 20), Math.min(100, times / 4 + 1));
        }

        long offered() {
            return (long) receivers * each * changes();
        }
    }

    @BeforeAll
    static void startRaw() throws IOException {
        raw = new RawProcess();
    }

    @AfterAll
    static void end() throws IOException {
        CHART.write();
        raw.close();
    }

    @BeforeEach
    void fill() throws Exception {
        if (isFilled) return;
        server.fill(1, ROWS);
        server.fill(UNWATCHED, ROWS);
        isFilled = true;
    }

    @Test
    @Order(1)
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void aChangeIsToldToAThousand() throws Exception {
        int changes = 1_500;
        List<Turns> all = rounds(
                FIRST_WARM_UPS,
                List.of(
                        raw(1).plan(RECEIVERS, 1, changes),
                        updatable("commit", 1, all(1)).plan(RECEIVERS, 1, changes),
                        sent(1, all(1)).plan(RECEIVERS, 1, changes),
                        loop("loop", 1).plan(RECEIVERS, 1, changes / 15),
                        push(1).plan(RECEIVERS, 1, changes / 15),
                        unwatched("commit", 1).plan(0, 1, changes / 5)));
        Table table = new Table(
                "One number of a row changes, and %,d are told it: up to %d changes in each of %d rounds, each when all were told the one before"
                        .formatted(RECEIVERS, changes, ROUNDS),
                "who tells",
                "server's microseconds for a message",
                "range of the rounds",
                "times the raw limit",
                "the first is told, median in milliseconds",
                "p99",
                "the last is told, median",
                "p99");
        Costs limit = all.get(0).perUpdate();
        for (Turns turns : all.subList(0, 5)) {
            Costs costs = turns.perUpdate();
            table.line(
                    turns.name(),
                    costs,
                    costs.range(),
                    costs.times(limit),
                    turns.millis(0.5, Delay::first),
                    turns.millis(0.99, Delay::first),
                    turns.millis(0.5, Delay::last),
                    turns.millis(0.99, Delay::last));
            if (turns.equals(all.get(1))) withoutCommit(table, turns, all.get(5), limit, 4);
        }
        commitLine(table, all.get(5), 4);
        table.write("fan-out-one");
        CHART.add("one", all.subList(0, 5));
    }

    @Test
    @Order(2)
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void aBurstOfChangesIsToldToAThousand() throws Exception {
        List<Turns> all = rounds(List.of(
                new Plan(raw(1), RECEIVERS, 1, BURST, 1),
                new Plan(updatable("commit", 1, all(1)), RECEIVERS, 1, BURST, 1),
                new Plan(sent(1, all(1)), RECEIVERS, 1, BURST, 5),
                new Plan(loop("loop", 1), RECEIVERS, 1, BURST, 1),
                new Plan(push(1), RECEIVERS, 1, BURST, 1),
                new Plan(unwatched("commit", 1), 0, 1, BURST, 5)));
        Table table = new Table(
                "%d changes of one number as fast as they can be made, of which %,d are told; %d rounds"
                        .formatted(BURST, RECEIVERS, ROUNDS),
                "who tells",
                "server's microseconds for a change and receiver",
                "range of the rounds",
                "times the raw limit",
                "frames that each got",
                "numbers that each got",
                "all have the newest, milliseconds after the first change, median");
        Costs limit = all.get(0).perUpdate();
        for (Turns turns : all.subList(0, 5)) {
            Costs costs = turns.perUpdate();
            double times = turns.all().get(0).delays().size();
            table.line(
                    turns.name(),
                    costs,
                    costs.range(),
                    costs.times(limit),
                    turns.framesFor(RECEIVERS, times),
                    turns.updatesFor(RECEIVERS, times),
                    turns.millis(0.5, Delay::last));
            if (turns.equals(all.get(1))) withoutCommit(table, turns, all.get(5), limit, 3);
        }
        commitLine(table, all.get(5), 3);
        table.write("fan-out-burst");
    }

    @Test
    @Order(3)
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void fiftyFieldsAreToldToAThousand() throws Exception {
        List<Turns> all = rounds(List.of(
                raw(FIELDS).plan(RECEIVERS, FIELDS, 400),
                updatable("commit", FIELDS, all(FIELDS)).plan(RECEIVERS, FIELDS, 400),
                sent(FIELDS, all(FIELDS)).plan(RECEIVERS, FIELDS, 400),
                loop("loop", FIELDS).plan(RECEIVERS, FIELDS, 2),
                push(FIELDS).plan(RECEIVERS, FIELDS, 2),
                unwatched("commit", FIELDS).plan(0, FIELDS, 100)));
        Table table = new Table(
                "%d numbers of as many rows change in one commit, and %,d are told all of them; %d rounds"
                        .formatted(FIELDS, RECEIVERS, ROUNDS),
                "who tells",
                "server's microseconds for a number and receiver",
                "range of the rounds",
                "times the raw limit",
                "frames that each got for a change",
                "the last is told, median in milliseconds");
        Costs limit = all.get(0).perUpdate();
        for (Turns turns : all.subList(0, 5)) {
            Costs costs = turns.perUpdate();
            int changes = turns.all().get(0).changes();
            table.line(
                    turns.name() + (turns.equals(all.get(0)) ? ", all in one write" : ""),
                    costs,
                    costs.range(),
                    costs.times(limit),
                    turns.framesFor(RECEIVERS, changes),
                    turns.millis(0.5, Delay::last));
            if (turns.equals(all.get(1))) withoutCommit(table, turns, all.get(5), limit, 2);
        }
        commitLine(table, all.get(5), 2);
        table.write("fan-out-fifty");
        CHART.add("fifty", all.subList(0, 5));
    }

    @Test
    @Order(4)
    @Timeout(value = 12, unit = TimeUnit.MINUTES)
    void aCrowdIsToldTheSame() throws Exception {
        int changes = 20;
        List<Turns> all = rounds(List.of(
                raw(1).plan(CROWD, 1, 2 * changes),
                updatable("commit", 1, all(1)).plan(CROWD, 1, changes),
                sent(1, all(1)).plan(CROWD, 1, 2 * changes),
                loop("loop", 1).plan(CROWD, 1, changes),
                push(1).plan(CROWD, 1, changes),
                unwatched("commit", 1).plan(0, 1, 200)));
        Table table = crowd("One number of a row changes, and %,d are told it; %d rounds".formatted(CROWD, ROUNDS));
        Costs limit = all.get(0).perUpdate();
        for (Turns turns : all.subList(0, 5)) {
            crowdLine(table, turns, limit);
            if (turns.equals(all.get(1))) withoutCommit(table, turns, all.get(5), limit, 1);
        }
        commitLine(table, all.get(5), 1);
        table.write("fan-out-crowd");
    }

    @Test
    @Order(5)
    @Timeout(value = 12, unit = TimeUnit.MINUTES)
    void aCrowdIsToldAboutARowEach() throws Exception {
        List<Turns> all = rounds(List.of(
                raw(1).plan(CROWD, 1, 40),
                updatable("commit", CROWD, each()).plan(CROWD, 1, 8),
                updatable("commits", CROWD, each()).plan(CROWD, 1, 1),
                sent(CROWD, each()).plan(CROWD, 1, 20),
                loop("loop-each", 1).plan(CROWD, 1, 20),
                unwatched("commit", CROWD).plan(0, 1, 8),
                unwatched("commits", CROWD).plan(0, 1, 1)));
        Table table = crowd(
                "%,d show a row each, and the numbers of all of these rows change; %d rounds".formatted(CROWD, ROUNDS));
        Costs limit = all.get(0).perUpdate();
        crowdLine(table, all.get(0), limit);
        crowdLine(
                table, new Turns("Updatable, in one commit: in all", all.get(1).all()), limit);
        withoutCommit(table, all.get(1), all.get(5), limit, 1);
        crowdLine(
                table,
                new Turns("Updatable, in a commit for each: in all", all.get(2).all()),
                limit);
        withoutCommit(table, all.get(2), all.get(6), limit, 1);
        crowdLine(table, all.get(3), limit);
        crowdLine(table, all.get(4), limit);
        table.write("fan-out-each");
    }

    private static Table crowd(String title) {
        return new Table(
                title,
                "who tells",
                "server's microseconds for a message",
                "range of the rounds",
                "times the raw limit",
                "the last is told, median in milliseconds");
    }

    private static void crowdLine(Table table, Turns turns, Costs limit) {
        Costs costs = turns.perUpdate();
        table.line(turns.name(), costs, costs.range(), costs.times(limit), turns.millis(0.5, Delay::last));
    }

    private static void withoutCommit(Table table, Turns turns, Turns alone, Costs limit, int more) {
        Costs costs = turns.perUpdateWithout(alone);
        line(table, "Updatable, without the commit itself", costs, costs.times(limit), more);
    }

    private static void commitLine(Table table, Turns alone, int more) {
        line(table, "a commit that nobody watches, at this pace", alone.perChange(), "-", more);
    }

    private static void line(Table table, String name, Costs costs, String times, int more) {
        List<Object> cells = new ArrayList<>(List.of(name, costs, costs.range(), times));
        for (int cell = 0; cell < more; cell++) cells.add("-");
        table.line(cells.toArray());
    }

    private Contender raw(int frames) {
        Arrival arrival = new Arrival(raw.door());
        return new Contender("raw limit", raw.pid(), () -> arrival, port -> raw.follow(port, frames));
    }

    /** @param greeting what those say who show a page */
    private Contender updatable(String how, int rows, Greeting greeting) throws IOException, InterruptedException {
        return updatable("Updatable, in all", how, rows, greeting);
    }

    private Contender updatable(String name, String how, int rows, Greeting greeting)
            throws IOException, InterruptedException {
        return inTheApplication(
                name, () -> new Arrival(server.updates(), greeting.of(server.page(1, rows))), how, 1, rows);
    }

    /** The same by {@code Updates.send}, to the same pages: nothing is read or written. */
    private Contender sent(int rows, Greeting greeting) throws IOException, InterruptedException {
        return updatable(SENT, "send", rows, greeting);
    }

    /** What those say who show a page, by their number. */
    @FunctionalInterface
    private interface Greeting {
        IntFunction<List<String>> of(Page page);
    }

    /** Each shows all of a page. */
    private static Greeting all(int rows) {
        return page -> {
            List<String> frames = page.frames();
            assertThat(page.subscriptions()).hasSize(rows);
            assertThat(frames).hasSize(1);
            return number -> frames;
        };
    }

    /** Each shows one row of a page. */
    private static Greeting each() {
        return page -> {
            List<String> subscriptions = page.subscriptions();
            assertThat(subscriptions).hasSize(CROWD);
            return number -> List.of(subscriptions.get(number));
        };
    }

    private Contender loop(String how, int rows) throws IOException, InterruptedException {
        Arrival arrival = new Arrival(server.loop());
        return inTheApplication("naive loop", () -> arrival, how, 1, rows);
    }

    private Contender push(int rows) throws IOException, InterruptedException {
        return inTheApplication("`f:websocket`", () -> new Arrival(server.push()), "push", 1, rows);
    }

    private Contender unwatched(String how, int rows) throws IOException, InterruptedException {
        Arrival nobody = new Arrival(server.updates());
        return inTheApplication("a commit that nobody watches", () -> nobody, how, UNWATCHED, rows);
    }

    private Contender inTheApplication(String name, Invitation invitation, String how, int from, int rows)
            throws IOException, InterruptedException {
        return new Contender(name, server.process(), invitation, port -> server.follow(port, how, from, rows));
    }

    /** Each round begins with another one. */
    private List<Turns> rounds(List<Plan> plans) throws Exception {
        return rounds(WARM_UPS, plans);
    }

    private List<Turns> rounds(int warmUps, List<Plan> plans) throws Exception {
        List<Turns> all = plans.stream()
                .map(plan -> new Turns(plan.who().name(), new ArrayList<>()))
                .toList();
        for (int round = 0; round < warmUps + ROUNDS; round++)
            for (int next = 0; next < plans.size(); next++) {
                int turn = (round + next) % plans.size();
                Turn measured = turn(plans.get(turn));
                if (round >= warmUps) all.get(turn).all().add(measured);
            }
        return all;
    }

    private Turn turn(Plan plan) throws Exception {
        Contender who = plan.who();
        Arrival arrival = who.invitation().now();
        try (Receivers receivers = new Receivers(plan.receivers(), arrival.door(), arrival.greeting());
                Conductor conductor = new Conductor(who.orchestra())) {
            untilAllAreKnown(plan, receivers, conductor);
            Plan warmUp = plan.toWarmUp();
            for (int time = 0; time < warmUp.times(); time++) tell(warmUp, receivers, conductor);
            long frames = receivers.frames();
            long updates = receivers.updates();
            double before = FanServer.processorMicros(who.process());
            List<Delay> delays = new ArrayList<>();
            for (int time = 0; time < plan.times(); time++) delays.add(tell(plan, receivers, conductor));
            double micros = FanServer.processorMicros(who.process()) - before;
            sameWords(plan, receivers);
            return new Turn(
                    micros,
                    plan.changes(),
                    plan.offered(),
                    receivers.frames() - frames,
                    receivers.updates() - updates,
                    delays);
        }
    }

    /** A server may hear of a connection after who has come: those that it does not know yet are told nothing. */
    private static void untilAllAreKnown(Plan plan, Receivers receivers, Conductor conductor) throws Exception {
        do {
            value++;
            receivers.expect(value, plan.each());
            conductor.change(value, 1);
            conductor.changed();
        } while (!receivers.areTold());
        receivers.untilTold();
    }

    private Delay tell(Plan plan, Receivers receivers, Conductor conductor) throws Exception {
        if (plan.receivers() == 0) Thread.sleep(PAUSE);
        value += plan.atOnce();
        Receivers.Awaited told = receivers.expect(value, plan.each());
        conductor.change(value, plan.atOnce());
        receivers.untilTold();
        long begin = conductor.changed();
        if (plan.receivers() > 0) assertThat(told.first()).isGreaterThan(begin);
        return new Delay(told.first() - begin, told.last() - begin);
    }

    /** What is compared says the same; Faces puts it into an object. */
    private void sameWords(Plan plan, Receivers receivers) {
        if (plan.receivers() == 0) return;
        String words = receivers.sample().replaceFirst("live_part-\\d+", "live_part-1");
        if (plan.each() == 1) assertThat(words).isIn(Words.of(1, value), "{\"data\":" + Words.of(1, value) + "}");
    }
}
