package org.updatable.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.updatable.Notification;
import org.updatable.change.Commit;
import org.updatable.channel.Announcer;
import org.updatable.channel.Numbers;

class NoticeboardTest {
    private static final String TOUCHED = "{\"event\":\"touched\"}";

    private final Bean bean = new Bean();
    private final Numbers numbers = new Numbers();
    private final Noticeboard board = new Noticeboard(bean, numbers, Runnable::run, Runnable::run);
    private final Reader ann = new Reader();
    private final Reader ben = new Reader();

    @BeforeEach
    void come() {
        board.opened(ann);
        board.opened(ben);
    }

    @Test
    void whoWatchesAChannelIsToldWhatIsAnnouncedThere() {
        board.join(ann, "orders", null);
        board.join(ben, "reports", null);
        board.accept(commit(new Notification("orders", Map.of("pk", 1))));

        assertThat(ann.payloads()).containsExactly("{\"pk\":1}");
        assertThat(ben.payloads()).isEmpty();
    }

    @Test
    void aCommitIsOfferedAtOnce() {
        board.join(ann, "orders", null);
        board.join(ann, "reports", null);
        board.accept(commit(
                new Notification("orders", Map.of("pk", 1)),
                new Notification("reports", Map.of("name", "x")),
                new Notification("orders", Map.of("pk", 2))));

        assertThat(ann.offers).hasSize(1);
        assertThat(ann.payloads()).containsExactlyInAnyOrder("{\"pk\":1}", "{\"pk\":2}", "{\"name\":\"x\"}");
    }

    @Test
    void ofVeryMuchAtOnceItIsToldThatSomethingHasHappened() {
        board.join(ann, "orders", null);
        board.accept(commit(IntStream.range(0, 101)
                .mapToObj(pk -> new Notification("orders", Map.of("pk", pk)))
                .toArray(Notification[]::new)));

        assertThat(ann.payloads()).containsExactly(TOUCHED);
    }

    @Test
    void whoComesWithAnOldPageIsToldThatItHasMissedSomething() {
        String old = numbers.digest();
        board.accept(commit(new Notification("orders", Map.of("pk", 1))));
        board.join(ann, "orders", old);
        board.join(ben, "orders", numbers.digest());
        board.join(ben, "reports", old);

        assertThat(ann.payloads()).containsExactly(TOUCHED);
        assertThat(ben.payloads()).isEmpty();
    }

    @Test
    void whoHasHeardItAllHasMissedNothingWhenItComesBack() {
        board.join(ann, "orders", null);
        board.accept(commit(new Notification("orders", Map.of("pk", 1))));
        board.closed(ann);
        Reader again = new Reader();
        board.opened(again);
        board.join(again, "orders", ann.lastDigest());

        assertThat(again.payloads()).isEmpty();
    }

    @Test
    void whoLeavesOrIsGoneIsToldNothing() {
        board.join(ann, "orders", null);
        board.join(ben, "orders", null);
        board.leave(ann, "orders");
        board.closed(ben);
        board.join(ben, "orders", null);
        board.accept(commit(new Notification("orders", Map.of("pk", 1))));

        assertThat(ann.payloads()).isEmpty();
        assertThat(ben.payloads()).isEmpty();
    }

    @Test
    void beansHearWhatTheyWantToHear() {
        bean.hears = "orders";
        Notification order = new Notification("orders", Map.of("pk", 1));
        board.accept(commit(order, new Notification("reports", Map.of())));

        assertThat(bean.heard).containsExactly(order);
    }

    @Test
    void whatCannotBeSaidIsToldAsSomething() {
        board.join(ann, "orders", null);
        bean.fails = true;
        board.accept(commit(new Notification("orders", Map.of("pk", 1))));

        assertThat(ann.payloads()).containsExactly(TOUCHED);
    }

    @Test
    void ofARowThatWaitsTheLastIsTold() {
        assertThat(folded(saved(1, "a"), saved(1, "b"))).contains("\"fields\":[\"a\",\"b\"]", "\"pk\":1");
        assertThat(folded(created(1), saved(1, "b"))).contains("\"created\":true", "\"fields\":[\"a\",\"b\"]");
        assertThat(folded(saved(1, "a"), deleted(1))).contains("delete").doesNotContain("fields");
        assertThat(folded(deleted(1), created(1))).contains("save", "created");
        assertThat(folded(saved(1, "a"), saved(1, "a"))).contains("\"fields\":[\"a\"]");
    }

    @Test
    void whatHasNoRoomIsToldAsSomething() {
        Notice one = Notice.of(saved(1, "a"), "x.1", 0);
        Notice other = new Notice(one.subject(), saved(2, "a"), "x.2", 0, "");

        assertThat(other.after(one).message()).contains(TOUCHED, "x.2");
    }

    @Test
    void differentThingsWaitSideBySide() {
        Set<Delivery.Subject> subjects = Set.of(
                Notice.of(saved(1, "a"), "x.1", 0).subject(),
                Notice.of(saved(2, "a"), "x.1", 0).subject(),
                Notice.of(new Notification("reports", Map.of("a", 1)), "x.1", 0).subject());

        assertThat(subjects).hasSize(3);
        assertThat(Notice.of(saved(1, "a"), "x.1", 0).subject())
                .isEqualTo(Notice.of(deleted(1), "x.2", 0).subject());
    }

    @Test
    void manyWhoWatchAreToldToTakeTheirTime() {
        board.join(ann, "orders", null);
        board.accept(commit(new Notification("orders", Map.of("pk", 1))));
        assertThat(ann.offers.get(0).get(0).message()).doesNotContain("spread");

        for (int i = 1; i < 1_000; i++) {
            Reader other = new Reader();
            board.opened(other);
            board.join(other, "orders", null);
        }
        board.accept(commit(new Notification("orders", Map.of("pk", 1))));
        assertThat(ann.offers.get(1).get(0).message()).endsWith("\"spread\":41666}");
    }

    private static String folded(Notification first, Notification second) {
        return Notice.of(second, "x.2", 0).after(Notice.of(first, "x.1", 0)).message();
    }

    private static Notification saved(int pk, String field) {
        return row(Map.of("pk", pk, "event", "save", "model", "Order", "fields", List.of(field)));
    }

    private static Notification created(int pk) {
        return row(Map.of("pk", pk, "event", "save", "model", "Order", "created", true, "fields", List.of("a")));
    }

    private static Notification deleted(int pk) {
        return row(Map.of("pk", pk, "event", "delete", "model", "Order"));
    }

    private static Notification row(Map<String, Object> payload) {
        return new Notification("orders", payload);
    }

    private static Commit commit(Notification... notifications) {
        return new Commit(List.of(), Map.of(), 0, List.of(), List.of(notifications), null);
    }

    /** Says just what commits announce. */
    private static final class Bean implements Announcer {
        private final List<Notification> heard = new ArrayList<>();
        private final List<String> watched = new ArrayList<>();
        private String hears = "";
        private boolean fails;

        @Override
        public Set<String> concerned(Commit commit) {
            Map<String, Boolean> channels = new LinkedHashMap<>();
            commit.notifications().forEach(notification -> channels.put(notification.channel(), true));
            return channels.keySet();
        }

        @Override
        public List<Notification> announced(Commit commit, String channel) {
            if (fails) throw new IllegalStateException("planted");
            return commit.notifications().stream()
                    .filter(notification -> notification.channel().equals(channel))
                    .toList();
        }

        @Override
        public void isWatched(String channel) {
            watched.add(channel);
        }

        @Override
        public boolean isHeard(String channel) {
            return hears.equals(channel);
        }

        @Override
        public void tell(Notification notification) {
            heard.add(notification);
        }
    }

    private static final class Reader implements Connection {
        private final List<List<Delivery>> offers = new ArrayList<>();

        @Override
        public void offer(Batch batch) {
            offers.add(batch.all());
        }

        @Override
        public void drop(String group) {
            // nothing waits
        }

        List<String> payloads() {
            return offers.stream()
                    .flatMap(List::stream)
                    .map(Delivery::message)
                    .map(message -> message.replaceAll(".*\"payload\":(.*),\"digest\".*", "$1"))
                    .toList();
        }

        String lastDigest() {
            List<Delivery> last = offers.get(offers.size() - 1);
            return last.get(last.size() - 1).message().replaceAll(".*\"digest\":\"([^\"]*)\".*", "$1");
        }
    }
}
