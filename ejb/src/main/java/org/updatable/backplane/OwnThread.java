package org.updatable.backplane;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A thread that waits for work, from the first on that there is. To wake it takes the thread that commits some microseconds; to
 * be given one by the container takes it up to a millisecond, on Payara, each time.
 */
public final class OwnThread implements Executor {
    /** For what it is doing: it would find no classes when the application has ended. */
    private static final Duration TO_END = Duration.ofSeconds(5);

    private final ThreadPoolExecutor thread;

    /**
     * Begins with the first work.
     *
     * @param factory the container's, whose threads know the application
     * @param name for who looks at the threads of the server
     */
    public OwnThread(ThreadFactory factory, String name) {
        thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread made = factory.newThread(work);
            if (made != null) made.setName(name);
            return made;
        });
    }

    /**
     * Does it after what was handed over before; not when it has ended.
     *
     * @throws RejectedExecutionException when the container gives no thread
     */
    @Override
    public void execute(Runnable work) {
        if (thread.isShutdown()) return;
        try {
            thread.execute(work);
        } catch (IllegalStateException none) {
            throw new RejectedExecutionException(none);
        } catch (RejectedExecutionException endedMeanwhile) {
            if (!thread.isShutdown()) throw endedMeanwhile;
        }
    }

    /** Ends, and waits a moment for what it is doing. What waits is not done. */
    public void end() {
        thread.shutdownNow();
        try {
            var unused = thread.awaitTermination(TO_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
