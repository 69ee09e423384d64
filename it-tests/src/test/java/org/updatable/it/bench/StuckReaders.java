package org.updatable.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.updatable.it.OnServer;
import org.updatable.it.bench.Turns.Delay;
import org.updatable.it.bench.Turns.Turn;

/**
 * What it does to those who read when others do not: {@code ./mvnw verify -Pbench -Djmh.skip -Dit.test=StuckReaders}. Ten of two
 * hundred are connected, and take nothing. The server does not send them away meanwhile, as it would else.
 *
 * <p>A text of a kilobyte changes again and again, each time when all who read were told the one before. By turns all read, and ten do
 * not. The heap is looked at several times while they are connected, which is in no cost and no time.
 */
@OnServer
class StuckReaders {
    private static final int ROUNDS = Integer.getInteger("stuck.rounds", 3);
    private static final int CHANGES = Integer.getInteger("stuck.changes", 10_000);

    /** The loop is slower, and shows it with fewer. */
    private static final int OF_THE_LOOP = CHANGES / 10;

    private static final int ALL = 200;
    private static final int STUCK = 10;
    private static final int LOOKS = 5;
    private static final double MIB = 1024 * 1024;

    private final FanServer server = new FanServer();
    private int value = 1_000_000;

    @Deployment(testable = false)
    public static WebArchive fan() {
        return FanServer.application("updatable.send-timeout-seconds=600");
    }

    /**
     * What was measured of one way to tell, in one case.
     *
     * @param turns of those who read
     * @param grown by how many bytes the heap had grown at most, in each round
     */
    private record Case(Turns turns, List<Long> grown) {
        Case(String name) {
            this(new Turns(name, new ArrayList<>()), new ArrayList<>());
        }

        void line(Table table, String who, String stuck, int changes, Case beside) {
            table.line(
                    who,
                    stuck,
                    changes,
                    turns.perUpdate(),
                    turns.perUpdate().times(beside.turns.perUpdate()),
                    turns.millis(0.5, Delay::last),
                    turns.millis(0.99, Delay::last),
                    String.format(
                            Locale.ROOT,
                            "%.1f",
                            grown.stream().sorted().toList().get(grown.size() / 2) / MIB));
        }
    }

    @BeforeEach
    void aRow() throws Exception {
        server.fill(1, 1);
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void whoReadsIsToldAsIfAllDid() throws Exception {
        Table table = new Table(
                "A text of a kilobyte changes, and %d are told each change; %d rounds".formatted(ALL, ROUNDS),
                "who tells",
                "who take nothing",
                "changes",
                "server's microseconds for a change and receiver who reads",
                "ratio to when all read",
                "the last is told, median in milliseconds",
                "p99",
                "the heap has grown by, MiB");
        List<String> greeting = server.page(1, 1, "name").frames();
        measure(table, "Updatable", "commit-text", server.updates(), greeting, CHANGES);
        measure(table, "naive loop", "loop-text", server.loop(), List.of("hello"), OF_THE_LOOP);
        table.write("stuck-readers");
    }

    private void measure(Table table, String who, String how, URI door, List<String> greeting, int changes)
            throws Exception {
        Case without = new Case(who);
        Case with = new Case(who);
        turn(new Case(who), how, door, greeting, 0, changes / 2);
        for (int round = 0; round < ROUNDS; round++) {
            turn(without, how, door, greeting, 0, changes);
            turn(with, how, door, greeting, STUCK, changes);
        }
        without.line(table, who, "none", changes, without);
        with.line(table, who, STUCK + " of " + ALL, changes, without);
    }

    private void turn(Case measured, String how, URI door, List<String> greeting, int stuck, int changes)
            throws Exception {
        int reading = ALL - stuck;
        long process = server.process();
        try (Receivers receivers = new Receivers(reading, door, number -> greeting);
                Stuck takeNothing = new Stuck(stuck, door, greeting);
                Conductor conductor = new Conductor(port -> server.follow(port, how, 1, 1))) {
            for (int time = 0; time < 20; time++) tell(receivers, conductor);
            long frames = receivers.frames();
            long updates = receivers.updates();
            long begin = Heap.of(process).all();
            long most = begin;
            double micros = 0;
            List<Delay> delays = new ArrayList<>();
            for (int look = 0; look < LOOKS; look++) {
                double before = FanServer.processorMicros(process);
                for (int time = 0; time < changes / LOOKS; time++) delays.add(tell(receivers, conductor));
                micros += FanServer.processorMicros(process) - before;
                most = Math.max(most, Heap.of(process).all());
            }
            assertThat(receivers.updates() - updates).isEqualTo((long) reading * delays.size());
            if (stuck > 0) assertThat(takeNothing.unread()).isPositive();
            measured.grown().add(most - begin);
            measured.turns()
                    .all()
                    .add(new Turn(
                            micros,
                            delays.size(),
                            (long) reading * delays.size(),
                            receivers.frames() - frames,
                            receivers.updates() - updates,
                            delays));
        }
    }

    private Delay tell(Receivers receivers, Conductor conductor) throws IOException, InterruptedException {
        Receivers.Awaited told = receivers.expect(++value, 1);
        conductor.change(value, 1);
        receivers.untilTold();
        long begin = conductor.changed();
        return new Delay(told.first() - begin, told.last() - begin);
    }
}
