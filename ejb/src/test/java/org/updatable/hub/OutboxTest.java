package org.updatable.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.updatable.counters.Counters;

class OutboxTest {
    private final SlowTransport browser = new SlowTransport();
    private long now;

    private final Counters counters = new Counters();
    private final Outbox ours = new Outbox(browser, true, () -> now, counters);
    private final Outbox seed = new Outbox(browser, false, () -> now, counters);

    @Test
    void anIdleBrowserIsToldAtOnce() {
        offer(ours, "a=1");

        assertThat(browser.sent).containsExactly("a=1");
    }

    @Test
    void oneFrameIsOnItsWayAtATime() {
        offer(ours, "a=1");
        offer(ours, "b=1");

        assertThat(browser.sent).containsExactly("a=1");
    }

    @Test
    void everythingThatWaitsGoesInTheNextFrame() {
        offer(ours, "a=1");
        offer(ours, "b=1");
        offer(ours, "c=1");
        browser.takesFrame();

        assertThat(browser.sent).containsExactly("a=1", "{\"batch\":[b=1,c=1]}");
    }

    @Test
    void whatIsOfferedTogetherLeavesTogether() {
        offer(ours, "a=1", "b=1");

        assertThat(browser.sent).containsExactly("{\"batch\":[a=1,b=1]}");
    }

    @Test
    void aSlowBrowserGetsNewerValuesInsteadOfMoreOfThem() {
        offer(ours, "a=1");
        for (int value = 2; value <= 1000; value++) offer(ours, "a=" + value, "b=" + value);
        browser.takesFrame();

        assertThat(browser.sent).containsExactly("a=1", "{\"batch\":[a=1000,b=1000]}");
        assertThat(counters.getOffered()).isEqualTo(1 + 2 * 999);
        assertThat(counters.getConflated()).isEqualTo(2 * 998);
        assertThat(counters.getFrames()).isEqualTo(2);
    }

    @Test
    void aSeedClientGetsOneUpdateInAFrame() {
        offer(seed, "a=1", "b=1");
        offer(seed, "a=2");
        browser.takesFrame();
        browser.takesFrame();

        assertThat(browser.sent).containsExactly("a=1", "b=1", "a=2");
    }

    @Test
    void manyFramesToAQuickBrowserDoNotGrowTheStack() {
        browser.quick = true;
        offer(seed, IntStream.range(0, 100_000).mapToObj(i -> i + "=1").toArray(String[]::new));
        for (int answered = 0; answered < browser.asked.size(); answered++) seed.answered(browser.asked.get(answered));

        assertThat(browser.sent).hasSize(100_000);
    }

    @Test
    void aGroupThatWasLeftIsNotSentAnyMore() {
        offer(ours, "a=1");
        offer(ours, "b=1", "c=1");
        ours.drop("b");
        browser.takesFrame();

        assertThat(browser.sent).containsExactly("a=1", "c=1");
    }

    @Test
    void aBrowserThatTakesNothingIsClosedAfterAWhile() {
        offer(ours, "a=1");
        offer(ours, "b=1");
        looked();

        now = Duration.ofSeconds(9).toNanos();
        assertThat(ours.closeIfStuck(Duration.ofSeconds(10))).isFalse();
        now = Duration.ofSeconds(10).toNanos();
        assertThat(ours.closeIfStuck(Duration.ofSeconds(10))).isTrue();

        assertThat(browser.abandonedWith).containsExactly(Outbox.CLOSED_AS_STUCK);
        assertThat(ours.closeIfStuck(Duration.ofSeconds(10))).isFalse();
    }

    @Test
    void aBrowserThatTakesItsFramesIsNeverStuck() {
        offer(ours, "a=1");
        looked();
        browser.takesFrame();
        offer(ours, "a=2");
        now = Duration.ofHours(1).toNanos();

        assertThat(ours.closeIfStuck(Duration.ofSeconds(10))).isFalse();
    }

    @Test
    void theConnectionsOfAnApplicationThatEndsAreClosedOnce() {
        offer(ours, "a=1");
        ours.goAway();
        offer(ours, "b=1");
        ours.goAway();

        assertThat(browser.closedWith).containsExactly(Outbox.GOING_AWAY);
        assertThat(browser.sent).hasSize(1);
    }

    @Test
    void aBrowserThatIsDismissedIsToldWhyBeforeItsConnectionIsClosed() {
        ours.dismiss("why", 4429, "why");
        assertThat(browser.sent).containsExactly("why");
        assertThat(browser.closedWith).isEmpty();

        browser.takesFrame();
        assertThat(browser.closedWith).containsExactly(4429);
    }

    @Test
    void aBrowserThatIsDismissedIsToldNothingElse() {
        offer(ours, "a=1");
        offer(ours, "a=2");
        ours.dismiss("why", 4429, "why");
        ours.dismiss("again", 4429, "again");
        offer(ours, "a=3");
        browser.takesFrame();
        browser.takesFrame();

        assertThat(browser.sent).containsExactly("a=1", "why");
        assertThat(browser.closedWith).containsExactly(4429);
    }

    @Test
    void aQuickBrowserThatIsDismissedIsClosedAtOnce() {
        browser.quick = true;
        ours.dismiss("why", 4429, "why");

        assertThat(browser.sent).containsExactly("why");
        assertThat(browser.closedWith).containsExactly(4429);
    }

    @Test
    void aBrowserThatIsDismissedAndTakesNothingIsGivenUp() {
        offer(ours, "a=1");
        ours.dismiss("why", 4429, "why");
        looked();
        now = Duration.ofSeconds(10).toNanos();

        assertThat(ours.closeIfStuck(Duration.ofSeconds(10))).isTrue();
        assertThat(browser.abandonedWith).containsExactly(Outbox.CLOSED_AS_STUCK);
    }

    @Test
    void aFrameThatCannotBeSentEndsTheConnection() {
        offer(ours, "a=1");
        browser.breaks();
        offer(ours, "b=1");

        assertThat(browser.closedWith).hasSize(1);
        assertThat(browser.sent).containsExactly("a=1");
    }

    @Test
    void whoDoesNotAnswerIsToldNoMore() {
        browser.quick = true;
        int most = 0;
        while (browser.asked.isEmpty()) offer(ours, "a=" + ++most);
        offer(ours, "a=new", "b=new");
        offer(ours, "a=newest");

        assertThat(most).isBetween(200, 300);
        assertThat(browser.sent).hasSize(most);

        ours.answered(browser.asked.get(0) + 1); // to nothing
        ours.answered(0);
        assertThat(browser.sent).hasSize(most);

        ours.answered(browser.asked.get(0));
        assertThat(browser.sent).hasSize(most + 1).endsWith("{\"batch\":[a=newest,b=new]}");
        assertThat(browser.asked).hasSize(1);
    }

    @Test
    void whoNeverAnswersIsStuck() {
        browser.quick = true;
        while (browser.asked.isEmpty()) offer(ours, "a=1");
        looked();
        now = Duration.ofSeconds(10).toNanos();

        assertThat(ours.closeIfStuck(Duration.ofSeconds(10))).isTrue();
        assertThat(browser.abandonedWith).containsExactly(Outbox.CLOSED_AS_STUCK);
    }

    @Test
    void whoGetsALongFrameMayTakeLonger() {
        offer(ours, "a=" + "1".repeat(528 * 1024));
        looked();
        now = Duration.ofSeconds(109).toNanos();
        assertThat(ours.closeIfStuck(Duration.ofSeconds(10))).isFalse();
        now = Duration.ofSeconds(111).toNanos();
        assertThat(ours.closeIfStuck(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void whoIsDismissedIsNotAskedFirst() {
        browser.quick = true;
        while (browser.asked.isEmpty()) offer(ours, "a=1");
        ours.dismiss("why", 4429, "why");

        assertThat(browser.sent).endsWith("why");
        assertThat(browser.closedWith).containsExactly(4429);
    }

    private static void offer(Outbox outbox, String... updates) {
        outbox.offer(Batch.of(Arrays.stream(updates)
                .<Delivery>map(update ->
                        new Delivery.Told(new Delivery.Subject(update.substring(0, update.indexOf('=')), ""), update))
                .toList()));
    }

    /** A browser that takes a frame when it is told to. */
    private static final class SlowTransport implements Transport {
        final List<String> sent = new ArrayList<>();
        final List<Integer> closedWith = new ArrayList<>();
        final List<Integer> abandonedWith = new ArrayList<>();
        final List<Long> asked = new ArrayList<>();
        boolean quick;
        private CompletableFuture<Void> onItsWay = new CompletableFuture<>();

        @Override
        public CompletableFuture<Void> send(Frame frame) {
            sent.add(frame.text());
            onItsWay = new CompletableFuture<>();
            if (quick) onItsWay.complete(null);
            return onItsWay;
        }

        @Override
        public void close(int code, String reason) {
            closedWith.add(code);
        }

        @Override
        public void abandon(int code, String reason) {
            abandonedWith.add(code);
        }

        @Override
        public void ping(long said) {
            asked.add(said);
        }

        void takesFrame() {
            onItsWay.complete(null);
        }

        void breaks() {
            onItsWay.completeExceptionally(new IllegalStateException("gone"));
        }
    }

    /** Every second somebody does. */
    private void looked() {
        assertThat(ours.closeIfStuck(Duration.ofSeconds(10))).isFalse();
    }
}
