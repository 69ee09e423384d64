package org.updatable.it.chaos;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/** Threads that write, until they are stopped. */
@ApplicationScoped
public class Crowd {
    private static final int THREADS = 6;
    private static final int MOST_PAUSE = 15;

    @Inject
    private Writers writers;

    @Resource
    private ManagedThreadFactory threads;

    private final List<Thread> running = new ArrayList<>();
    private volatile boolean goesOn;
    private final LongAdder committed = new LongAdder();
    private final LongAdder rolledBack = new LongAdder();

    /** How many transactions have committed. */
    public long committed() {
        return committed.sum();
    }

    /** How many have not. */
    public long rolledBack() {
        return rolledBack.sum();
    }

    synchronized void start() {
        goesOn = true;
        for (int i = 0; i < THREADS; i++) {
            Thread thread = threads.newThread(this::write);
            running.add(thread);
            thread.start();
        }
    }

    /** Waits until each has ended what it had begun. */
    synchronized void stop() throws InterruptedException {
        goesOn = false;
        for (Thread thread : running) thread.join();
        running.clear();
    }

    private void write() {
        List<Runnable> ways = List.of(
                writers::guarded,
                writers::guarded,
                writers::clocked,
                writers::locked,
                writers::locked,
                writers::lockedTogether,
                writers::loose,
                writers::loose,
                writers::marked,
                writers::phoenix,
                writers::twins,
                writers::twins,
                writers::swept,
                writers::rolledBack);
        while (goesOn) {
            try {
                ways.get(ThreadLocalRandom.current().nextInt(ways.size())).run();
                committed.increment();
            } catch (RuntimeException conflict) {
                rolledBack.increment();
            }
            try {
                Thread.sleep(ThreadLocalRandom.current().nextInt(MOST_PAUSE));
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }
}
