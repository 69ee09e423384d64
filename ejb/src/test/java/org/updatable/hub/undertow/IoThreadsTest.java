package org.updatable.hub.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class IoThreadsTest {
    private final List<Runnable> woken = new ArrayList<>();
    private final Executor thread = IoThreads.of(woken::add);
    private final List<String> done = new ArrayList<>();

    @Test
    void aThreadIsWokenOnceForAllThatWaits() {
        thread.execute(() -> done.add("first"));
        thread.execute(() -> {
            done.add("second");
            thread.execute(() -> done.add("third"));
        });
        assertThat(woken).hasSize(1);
        assertThat(done).isEmpty();

        woken.remove(0).run();
        assertThat(done).containsExactly("first", "second");
        assertThat(woken)
                .as("it does something else, and then what came meanwhile")
                .hasSize(1);
        woken.remove(0).run();
        assertThat(done).containsExactly("first", "second", "third");
        assertThat(woken).isEmpty();

        thread.execute(() -> done.add("later"));
        assertThat(woken).hasSize(1);
    }

    @Test
    void whatFailsKeepsNobodyFromBeingTold() {
        thread.execute(() -> {
            throw new IllegalStateException("This one is made by a test.");
        });
        thread.execute(() -> done.add("next"));
        woken.remove(0).run();

        assertThat(done).containsExactly("next");
    }

    @Test
    void ofAServerThatStopsTheCallingThreadDoesIt() {
        Executor stopping = IoThreads.of(wake -> {
            throw new RejectedExecutionException("stopping");
        });
        stopping.execute(() -> done.add("now"));
        stopping.execute(() -> done.add("then"));

        assertThat(done).containsExactly("now", "then");
    }

    @Test
    void aThreadIsKnownAgain() {
        Executor io = Runnable::run;

        assertThat(IoThreads.of(io)).isSameAs(IoThreads.of(io));
    }
}
