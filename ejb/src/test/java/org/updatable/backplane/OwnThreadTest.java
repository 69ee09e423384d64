package org.updatable.backplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class OwnThreadTest {
    private final List<Thread> made = new CopyOnWriteArrayList<>();

    private Thread make(Runnable work) {
        Thread thread = new Thread(work);
        made.add(thread);
        return thread;
    }

    @Test
    void oneThreadDoesItAll() {
        OwnThread own = new OwnThread(this::make, "hub");
        for (int i = 0; i < 100; i++) assertThat(threadOf(own).getName()).isEqualTo("hub");

        assertThat(made).hasSize(1);
        own.end();
    }

    @Test
    void thereIsNoThreadBeforeThereIsWork() {
        new OwnThread(this::make, "hub").end();

        assertThat(made).isEmpty();
    }

    @Test
    void whatItDoesIsInterruptedAndDoneWhenItHasEnded() throws InterruptedException {
        OwnThread own = new OwnThread(this::make, "hub");
        CountDownLatch began = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        own.execute(() -> {
            began.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException ended) {
                interrupted.complete(true);
            }
        });
        assertThat(began).satisfies(CountDownLatch::await);
        own.end();

        assertThat(interrupted).isCompletedWithValue(true);
        made.get(0).join(5_000);
        assertThat(made.get(0).isAlive()).isFalse();
    }

    @Test
    void whatComesAfterTheEndIsNotDone() {
        OwnThread own = new OwnThread(this::make, "hub");
        own.end();
        own.execute(() -> made.add(Thread.currentThread()));

        assertThat(made).isEmpty();
    }

    @Test
    void whoeverHandsOverIsToldThatThereIsNoThread() {
        OwnThread own = new OwnThread(
                work -> {
                    throw new IllegalStateException("The application ends.");
                },
                "hub");

        assertThatThrownBy(() -> own.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    private static Thread threadOf(OwnThread own) {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        own.execute(() -> thread.complete(Thread.currentThread()));
        return thread.join();
    }
}
