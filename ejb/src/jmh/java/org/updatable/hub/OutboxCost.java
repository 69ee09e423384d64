package org.updatable.hub;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.updatable.bench.ComparedTo;
import org.updatable.hub.Delivery.Subject;
import org.updatable.hub.Delivery.Told;
import org.updatable.message.Update;
import org.updatable.message.Wire;

/** What one connection costs: with a browser that is quick, and with one that is slower than changes of a field are. */
@State(Scope.Benchmark)
public class OutboxCost {
    private static final int CHANGES = 200;

    private final InstantTransport quick = new InstantTransport();
    private final SlowTransport slow = new SlowTransport();
    private final List<Told> changes =
            IntStream.range(0, CHANGES).mapToObj(OutboxCost::told).toList();
    private final List<Batch> batches = changes.stream().map(OutboxCost::batch).toList();
    private final Map<Subject, Delivery> waiting = new LinkedHashMap<>();
    private long sent;
    private long rounds;

    @TearDown
    public void check() {
        if (quick.frames() != sent || slow.frames() != 2 * rounds)
            throw new IllegalStateException(
                    "%d of %d frames, %d of %d rounds".formatted(quick.frames(), sent, slow.frames(), rounds));
    }

    @Benchmark
    @ComparedTo(
            value = "sent",
            what = "outbox: what all are told offered to one who is idle",
            with = "the frame given to the transport")
    public long offered() {
        sent++;
        quick.outbox().offer(batches.get(0));
        return quick.bytes();
    }

    @Benchmark
    public long sent() {
        sent++;
        var unused = quick.send(batches.get(0).frame());
        return quick.bytes();
    }

    @Benchmark
    @OperationsPerInvocation(CHANGES)
    @ComparedTo(
            value = "put",
            what = "outbox: 200 changes of a field offered while a frame is on its way, each; others are told the same",
            with = "200 times put into a `LinkedHashMap`, with its lock")
    public void folded() {
        leaves();
        for (Batch batch : batches) slow.outbox().offer(batch);
        isTaken();
    }

    @Benchmark
    @OperationsPerInvocation(CHANGES)
    @ComparedTo(
            value = "put",
            what = "outbox: the same, each; nobody else is told",
            with = "200 times put into a `LinkedHashMap`, with its lock")
    public void foldedAlone() {
        leaves();
        for (Told change : changes) slow.outbox().offer(batch(change));
        isTaken();
    }

    @Benchmark
    @OperationsPerInvocation(CHANGES)
    public int put() {
        for (Told change : changes) {
            synchronized (waiting) {
                waiting.put(change.subject(), change);
            }
        }
        return waiting.size();
    }

    /** The first one is on its way from now on. */
    private void leaves() {
        rounds++;
        slow.outbox().offer(batches.get(0));
    }

    /** So the last one leaves, and nothing waits. */
    private void isTaken() {
        slow.takesFrame();
        slow.takesFrame();
    }

    private static Batch batch(Told told) {
        return Batch.empty().and(told);
    }

    private static Told told(int number) {
        Update update = Update.value("post-1-title", "A title, number " + number);
        return new Told(new Subject(update.group(), update.aspect()), Wire.write(update));
    }
}
