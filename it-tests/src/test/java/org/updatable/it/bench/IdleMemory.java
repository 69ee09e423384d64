package org.updatable.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.updatable.it.OnServer;

/**
 * What a connection takes of the heap while nothing happens: {@code ./mvnw verify -Pbench -Djmh.skip -Dit.test=IdleMemory}. The heap's
 * own histogram is compared to the one before they came, both after a collection. What the server itself takes is told by those who
 * connect to an endpoint that only keeps its session, say as much, and get a frame back: a server may keep what it has read with.
 */
@OnServer
class IdleMemory {
    private static final int ROUNDS = Integer.getInteger("idle.rounds", 3);
    private static final int CLIENTS = 1_000;
    private static final int FEW = 10;
    private static final int MANY = 50;
    private static final int ROWS = CLIENTS * FEW;

    private final FanServer server = new FanServer();

    @Deployment(testable = false)
    public static WebArchive fan() {
        return FanServer.application();
    }

    /**
     * Who are connected.
     *
     * @param what for people
     * @param groups how many each of them shows
     * @param growths of the heap, in each round
     */
    private record Case(String what, int groups, URI door, IntFunction<List<String>> greeting, List<Heap> growths) {
        Case(String what, int groups, URI door, IntFunction<List<String>> greeting) {
            this(what, groups, door, greeting, new ArrayList<>());
        }

        /** Of a connection, in bytes. */
        long median(ToLongFunction<Heap> of) {
            return growths.stream().mapToLong(of).sorted().toArray()[growths.size() / 2] / CLIENTS;
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void aConnectionWaits() throws Exception {
        server.fill(1, ROWS);
        List<String> words = server.page(1, FEW).frames();
        List<String> one = server.page(1, 1).frames();
        List<String> many = server.page(1, MANY).frames();
        List<String> own = server.page(1, ROWS).subscriptions();
        List<Case> cases = List.of(
                new Case("the server alone, a short frame was said", 0, server.loop(), number -> one),
                new Case("the server alone, a long one", 0, server.loop(), number -> many),
                new Case("Updatable, shows nothing", 0, server.updates(), number -> List.of("{\"batch\":[]}")),
                new Case("Updatable, what all show", 1, server.updates(), number -> one),
                new Case("Updatable, what all show", FEW, server.updates(), number -> words),
                new Case("Updatable, what all show", MANY, server.updates(), number -> many),
                new Case(
                        "Updatable, what nobody else shows",
                        FEW,
                        server.updates(),
                        number -> List.of("{\"batch\":["
                                + String.join(",", own.subList(number * FEW, (number + 1) * FEW))
                                + "]}")));
        for (int round = -1; round < ROUNDS; round++)
            for (Case next : cases) {
                Heap growth = growth(next);
                if (round >= 0) next.growths().add(growth);
            }
        Table table = new Table(
                "%,d connections that wait; medians of %d rounds".formatted(CLIENTS, ROUNDS),
                "who is connected",
                "groups that each shows",
                "bytes of a connection",
                "more than the server alone with such a frame",
                "for each group more than one that shows nothing",
                "objects of our classes alone");
        long shortFrame = cases.get(0).median(Heap::all);
        long longFrame = cases.get(1).median(Heap::all);
        long nothing = cases.get(2).median(Heap::all) - shortFrame;
        for (Case next : cases) {
            long all = next.median(Heap::all);
            long ours = all - (next.groups() == MANY ? longFrame : shortFrame);
            table.line(
                    next.what(),
                    next.groups(),
                    all,
                    next.door().equals(server.loop()) ? "-" : ours,
                    next.groups() == 0 ? "-" : (ours - nothing) / next.groups(),
                    next.median(Heap::ours));
        }
        table.write("idle-memory");
    }

    private Heap growth(Case who) throws Exception {
        long process = server.process();
        Heap before = Heap.of(process);
        try (Receivers receivers = new Receivers(CLIENTS, who.door(), who.greeting())) {
            Heap heap = Heap.of(process);
            assertThat(receivers.updates()).isZero();
            return new Heap(heap.all() - before.all(), heap.ours() - before.ours());
        }
    }
}
