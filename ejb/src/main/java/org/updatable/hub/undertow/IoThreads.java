package org.updatable.hub.undertow;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where connections are written to. Undertow lets any thread begin, and wakes the connection's own for the rest, once for each frame. Here
 * that one is woken once for all that is to be sent by then, and does all of it.
 */
final class IoThreads {
    private static final Logger LOG = System.getLogger("org.updatable");
    private static final Map<Executor, Executor> KNOWN = new ConcurrentHashMap<>();

    private IoThreads() {}

    /** The thread of a connection: one thing after the other, in the order they were handed over. */
    static Executor of(Executor thread) {
        return KNOWN.computeIfAbsent(thread, Woken::new);
    }

    private static final class Woken implements Executor {
        private final Executor thread;
        private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicInteger unfinished = new AtomicInteger();

        Woken(Executor thread) {
            this.thread = thread;
        }

        @Override
        public void execute(Runnable send) {
            waiting.add(send);
            if (unfinished.getAndIncrement() == 0) wake();
        }

        private void wake() {
            try {
                thread.execute(this::drain);
            } catch (RejectedExecutionException serverStops) {
                drain();
            }
        }

        /** What is handed over meanwhile has to wait: the thread has others to hear, too. */
        private void drain() {
            int some = unfinished.get();
            for (int send = 0; send < some; send++) {
                try {
                    waiting.remove().run();
                } catch (RuntimeException | Error failure) { // the others are sent nevertheless
                    LOG.log(Level.WARNING, "A frame could not be sent.", failure);
                }
            }
            if (unfinished.addAndGet(-some) > 0) wake();
        }
    }
}
