package org.updatable.backplane;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.updatable.counters.Failures;

/**
 * Does one thing after the other, in the order they were handed over, on the threads of another executor. Takes no
 * thread while there is nothing to do.
 */
public final class Lane implements Executor {
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private final Executor threads;
    private final Executor later;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unfinished = new AtomicInteger();
    private volatile @Nullable Long since;

    /**
     * A lane of its own.
     *
     * @param threads where the work is done
     * @param later does it a moment later, when those are all busy
     */
    Lane(Executor threads, Executor later) {
        this.threads = threads;
        this.later = later;
    }

    /**
     * A lane of its own.
     *
     * @param threads where the work is done
     * @param timer does it a moment later, when those are all busy
     * @return it
     */
    public static Lane of(Executor threads, ScheduledExecutorService timer) {
        return new Lane(threads, work -> {
            var unused = timer.schedule(work, A_MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
        if (unfinished.getAndIncrement() > 0) return;
        try {
            threads.execute(this::drain);
        } catch (RejectedExecutionException busyOrStopping) {
            Failures.report(
                    "The container gives no thread: the work is done a moment later, by its timer.", busyOrStopping);
            executeLater();
        }
    }

    private void executeLater() {
        try {
            later.execute(this::drain);
        } catch (RejectedExecutionException stopping) {
            Failures.report("The container gives no thread: the calling one does the work.", stopping);
            drain();
        }
    }

    /**
     * How long it has been at the same piece of work.
     *
     * @return zero when there is nothing to do
     */
    public Duration standing() {
        Long began = since;
        return began == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - began);
    }

    private void drain() {
        do {
            Runnable work = waiting.remove();
            since = System.nanoTime();
            try {
                work.run();
            } catch (Throwable failure) { // the lane goes on, whatever one piece of work does
                Failures.report("Work in a lane failed and is lost.", failure);
            } finally {
                since = null;
            }
        } while (unfinished.decrementAndGet() > 0);
    }
}
