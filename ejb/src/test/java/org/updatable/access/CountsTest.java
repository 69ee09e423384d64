package org.updatable.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.updatable.access.Counts.Limit;

class CountsTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 200_000;

    private final Counts counts = new Counts(2, 3);

    @Test
    void aUserHasAsManyConnectionsAsTheLimitSays() {
        assertThat(counts.enter("ada", "a")).isEmpty();
        assertThat(counts.enter("ada", "b")).isEmpty();
        assertThat(counts.enter("ada", "c")).contains(Limit.USER);
        assertThat(counts.enter("grace", "c")).isEmpty();
    }

    @Test
    void anAddressHasAsManyConnectionsAsTheLimitSays() {
        for (int connection = 0; connection < 3; connection++)
            assertThat(counts.enter(null, "a")).isEmpty();
        assertThat(counts.enter(null, "a")).contains(Limit.ADDRESS);
        assertThat(counts.enter("ada", "a")).contains(Limit.ADDRESS);
        assertThat(counts.enter(null, "b")).isEmpty();
    }

    @Test
    void whoLeavesMakesRoom() {
        counts.enter("ada", "a");
        counts.enter("ada", "a");
        counts.leave("ada", "a");

        assertThat(counts.enter("ada", "a")).isEmpty();
        assertThat(counts.enter("ada", "a")).contains(Limit.USER);
    }

    @Test
    void whoIsRefusedIsNotCounted() {
        for (int connection = 0; connection < 3; connection++) counts.enter(null, "a");
        for (int refused = 0; refused < 5; refused++) counts.enter("ada", "a");

        assertThat(counts.enter("ada", "b")).isEmpty();
        assertThat(counts.enter("ada", "b")).isEmpty();
    }

    @Test
    void whoHasLeftIsForgotten() {
        counts.enter("ada", "a");
        counts.enter("ada", "b");
        counts.leave("ada", "a");
        counts.leave("ada", "b");

        assertThat(counts.remembered()).isZero();
    }

    /** Each thread holds at most one connection, so that as many as the limit are never refused, and no more ever enter. */
    @Test
    void itIsExactWhenManyComeAndGoAtOnce() throws Exception {
        Counts some = new Counts(THREADS / 2, THREADS);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        together(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                if (some.enter("ada", "a").isPresent()) continue;
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                inside.decrementAndGet();
                some.leave("ada", "a");
            }
            return null;
        });

        assertThat(most.get()).isBetween(1, THREADS / 2);
        assertThat(some.remembered()).isZero();
    }

    @Test
    void nobodyIsRefusedForTheSakeOfWhoIsRefused() throws Exception {
        Counts enough = new Counts(THREADS, 1);
        enough.enter(null, "full");
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger thread = new AtomicInteger();
        together(() -> {
            int mine = thread.getAndIncrement();
            for (int round = 0; round < ROUNDS; round++) {
                enough.enter("ada", "full");
                if (enough.enter("ada", "address " + mine).isPresent()) refused.incrementAndGet();
                else enough.leave("ada", "address " + mine);
            }
            return null;
        });

        assertThat(refused.get()).isZero();
    }

    private static void together(Callable<Void> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<Void>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++)
                all.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            for (Future<Void> one : all) one.get();
        } finally {
            threads.shutdownNow();
        }
    }
}
