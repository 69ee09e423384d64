package org.updatable.it.chaos;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/** Threads that write, and one that leaves others none, until they are stopped. */
@ApplicationScoped
public class Crowd {
    private static final int THREADS = 6;
    private static final int MOST_PAUSE = 15;
    private static final int MOST_TASKS = 100;
    private static final int TASK = 40;
    private static final int REST = 1;

    @Inject
    private Writers writers;

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private ManagedExecutorService container;

    private final List<Thread> running = new ArrayList<>();
    private volatile boolean goesOn;
    private final LongAdder committed = new LongAdder();
    private final LongAdder rolledBack = new LongAdder();
    private final LongAdder hogged = new LongAdder();

    /** How many transactions have committed. */
    public long committed() {
        return committed.sum();
    }

    /** How many have not. */
    public long rolledBack() {
        return rolledBack.sum();
    }

    /** How often nobody else was given a thread by the container. */
    public long hogged() {
        return hogged.sum();
    }

    synchronized void start() {
        goesOn = true;
        for (int i = 0; i < THREADS; i++) start(this::write);
        start(this::hog);
    }

    private void start(Runnable work) {
        Thread thread = threads.newThread(work);
        running.add(thread);
        thread.start();
    }

    /** Writes now and then, so that there is nothing to do in between, while the container has no thread to give. */
    synchronized void trickle() throws InterruptedException {
        goesOn = true;
        start(this::hog);
        for (Runnable way : ways()) {
            rest(MOST_PAUSE);
            write(way);
        }
        stop();
    }

    /** Waits until each has ended what it had begun. */
    synchronized void stop() throws InterruptedException {
        goesOn = false;
        for (Thread thread : running) thread.join();
        running.clear();
    }

    private void write(Runnable way) {
        try {
            way.run();
            committed.increment();
        } catch (RuntimeException conflict) {
            rolledBack.increment();
        }
    }

    private List<Runnable> ways() {
        return List.of(
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
    }

    /** Again and again takes all threads of the container's executor, and fills its queue. */
    private void hog() {
        while (goesOn) {
            try {
                for (int i = 0; i < MOST_TASKS; i++) container.execute(() -> rest(TASK));
            } catch (RejectedExecutionException full) {
                hogged.increment();
            }
            rest(REST);
        }
    }

    private static void rest(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        List<Runnable> ways = ways();
        while (goesOn) {
            write(ways.get(ThreadLocalRandom.current().nextInt(ways.size())));
            rest(ThreadLocalRandom.current().nextInt(MOST_PAUSE));
        }
    }
}
