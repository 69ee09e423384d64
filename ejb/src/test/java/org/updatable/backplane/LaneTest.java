package org.updatable.backplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneTest {

    @Test
    void whatIsHandedOverIsDoneInOrderAndOneAtATime() throws InterruptedException {
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch all = new CountDownLatch(10_000);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Lane lane = new Lane(threads, Runnable::run);
            for (int i = 0; i < 10_000; i++) {
                int number = i;
                lane.execute(() -> {
                    done.add(number);
                    all.countDown();
                });
            }
            assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            threads.shutdownNow();
        }
        assertThat(done)
                .containsExactlyElementsOf(IntStream.range(0, 10_000).boxed().toList());
    }

    @Test
    void workThatFailsDoesNotStopTheLane() {
        List<String> done = new ArrayList<>();
        Lane lane = new Lane(Runnable::run, Runnable::run);

        lane.execute(() -> {
            throw new IllegalStateException("planted");
        });
        lane.execute(() -> done.add("next"));

        assertThat(done).containsExactly("next");
    }

    @Test
    void whereThereIsNoThreadTheWorkIsDoneLater() {
        List<String> done = new ArrayList<>();
        List<Runnable> postponed = new ArrayList<>();
        Lane lane = new Lane(LaneTest::refuse, postponed::add);

        lane.execute(() -> done.add("first"));
        lane.execute(() -> done.add("second"));
        assertThat(done).isEmpty();
        assertThat(postponed).hasSize(1);
        postponed.get(0).run();

        assertThat(done).containsExactly("first", "second");
    }

    private static void refuse(Runnable work) {
        throw new RejectedExecutionException("full");
    }

    @Test
    void whereThereIsNoThreadLaterEitherTheCallingOneDoesTheWork() {
        List<String> done = new ArrayList<>();
        Lane lane = new Lane(LaneTest::refuse, LaneTest::refuse);

        lane.execute(() -> done.add("work"));

        assertThat(done).containsExactly("work");
    }
}
