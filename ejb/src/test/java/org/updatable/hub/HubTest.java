package org.updatable.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.change.Changed;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Said;
import org.updatable.change.Touched;
import org.updatable.format.Form;
import org.updatable.message.Group;
import org.updatable.message.Update;

class HubTest {
    private static final Row POST = new Row("post", "1");
    private static final int MOST_BYTES = 100;

    private final List<String> reads = new ArrayList<>();
    private boolean databaseIsDown;
    private final Hub hub = new Hub(this::read, HubTest::updates, Runnable::run, MOST_BYTES);
    private final Browser mary = new Browser();
    private final Browser john = new Browser();

    HubTest() {
        hub.opened(mary);
        hub.opened(john);
    }

    @Test
    void whoWatchesAGroupIsTold() {
        hub.join(mary, "post-1-title");
        hub.join(john, "post-2-title");

        hub.accept(List.of(new Changed(POST, "title", "new")));

        assertThat(mary.told).containsExactly(List.of(update("post-1-title", "new")));
        assertThat(john.told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00df", "\u20ac", "\ud83d\ude00"})
    void aValueIsSentUpToTheLimitAndNotBeyond(String character) {
        hub.join(mary, "post-1-title");
        int empty = update("post-1-title", "").length();
        String longest = character.repeat((MOST_BYTES - empty) / character.getBytes(StandardCharsets.UTF_8).length);

        hub.accept(List.of(new Changed(POST, "title", longest)));
        hub.accept(List.of(new Changed(POST, "title", longest + character)));

        assertThat(mary.told)
                .containsExactly(
                        List.of(update("post-1-title", longest)),
                        List.of("{\"type\":\"refused\",\"path\":\"post-1-title\",\"code\":413}"));
    }

    @Test
    void groupsOfAConnectionAreCountedOnce() {
        hub.join(mary, "post-1-title");
        hub.join(mary, "post-1-title");
        hub.join(mary, "post-2-title");
        hub.join(john, "post-3-title");
        hub.leave(mary, "post-2-title");

        assertThat(hub.groupsOf(mary)).isEqualTo(1);
    }

    @Test
    void aConnectionThatHasGoneWatchesNothing() {
        hub.join(mary, "post-1-title");
        hub.closed(mary);
        hub.join(mary, "post-1-title");

        assertThat(hub.groupsOf(mary)).isZero();
    }

    @Test
    void whoWatchesItInAnotherFormIsToldInThatForm() {
        hub.join(mary, "post-1-title");
        hub.join(mary, "post-1-title~de");
        hub.join(john, "post-1-title~de");

        hub.accept(List.of(new Changed(POST, "title", "new")));

        assertThat(mary.told).singleElement().satisfies(told -> assertThat(told)
                .containsExactlyInAnyOrder(update("post-1-title", "new"), update("post-1-title~de", "newde")));
        assertThat(john.told).containsExactly(List.of(update("post-1-title~de", "newde")));
    }

    @Test
    void whatTheApplicationSaysGoesToWhoWatchesThatGroup() {
        hub.join(mary, "post-1-like.23");
        hub.join(john, "post-1-like.24");

        hub.accept(List.of(new Said(Update.value("post-1-like.23", "yes"))));

        assertThat(mary.told).containsExactly(List.of(update("post-1-like.23", "yes")));
        assertThat(john.told).isEmpty();
    }

    @Test
    void whatTheApplicationSaysGoesToEveryFormOfThatGroup() {
        hub.join(mary, "post-1-title");
        hub.join(john, "post-1-title~html");

        hub.accept(List.of(new Said(Update.value("post-1-title", "yes"))));
        hub.accept(List.of(new Said(Update.value("post-1-title~html", "html alone"))));

        assertThat(mary.told).containsExactly(List.of(update("post-1-title", "yes")));
        assertThat(john.told)
                .containsExactly(
                        List.of(update("post-1-title~html", "yes")),
                        List.of(update("post-1-title~html", "html alone")));
    }

    @Test
    void whatNoRowHasIsToldToWhoWatchesThatGroup() {
        hub.join(mary, "stock-ticker");

        hub.accept(List.of(new Said(Update.value("stock-ticker", "up"))));

        assertThat(mary.told).containsExactly(List.of(update("stock-ticker", "up")));
    }

    @Test
    void joiningTwiceIsJoiningOnce() {
        hub.join(mary, "post-1-title");
        hub.join(mary, "post-1-title");
        hub.accept(List.of(new Changed(POST, "title", "new")));
        hub.leave(mary, "post-1-title");
        hub.accept(List.of(new Changed(POST, "title", "newer")));

        assertThat(mary.told).containsExactly(List.of(update("post-1-title", "new")));
    }

    @Test
    void aCommitIsOfferedInOneStep() {
        hub.join(mary, "post-1-title");
        hub.join(mary, "post-1-author");

        hub.accept(List.of(new Changed(POST, "title", "new"), new Changed(POST, "author", "John")));

        assertThat(mary.told).containsExactly(List.of(update("post-1-title", "new"), update("post-1-author", "John")));
    }

    @Test
    void whatIsLeftIsDroppedFromTheOutboxToo() {
        hub.join(mary, "post-1-title");
        hub.leave(mary, "post-1-title");

        assertThat(mary.dropped).containsExactly("post-1-title");
    }

    @Test
    void aClosedConnectionLeavesNothingBehind() {
        hub.join(mary, "post-1-title");
        hub.join(mary, "post-1-author");
        hub.closed(mary);
        hub.join(mary, "post-1-title");

        assertThat(hub.groups()).isZero();
    }

    @Test
    void whatWasTouchedIsReadWhereSomebodyWatches() {
        hub.join(mary, "post-1-title");
        hub.join(john, "post-2-title");
        hub.join(john, "tag-1-name");

        hub.accept(List.of(Touched.all("post")));

        assertThat(reads).containsExactly("post[1, 2][title]");
        assertThat(mary.told).containsExactly(List.of(update("post-1-title", "read")));
        assertThat(john.told).containsExactly(List.of(update("post-2-title", "read")));
    }

    @Test
    void whatNobodyWatchesIsNotRead() {
        hub.join(mary, "post-1-title");

        hub.accept(List.of(Touched.row(new Row("post", "2"))));

        assertThat(reads).isEmpty();
    }

    @Test
    void whatCouldNotBeReadIsReadAgain() {
        hub.join(mary, "post-1-title");
        databaseIsDown = true;
        hub.accept(List.of(new Changed(POST, "title", "new"), Touched.all("post")));
        hub.tick();
        assertThat(mary.told).isEmpty();

        databaseIsDown = false;
        hub.tick();
        assertThat(mary.told).contains(List.of(update("post-1-title", "read")));

        reads.clear();
        hub.tick();
        assertThat(reads).isEmpty();
    }

    private List<Fact> read(Touched touched, Collection<String> paths) {
        if (databaseIsDown) throw new IllegalStateException("down");
        reads.add(touched.namespace() + new TreeSet<>(touched.ids()) + new TreeSet<>(paths));
        return touched.ids().stream()
                .<Fact>map(id -> new Changed(new Row(touched.namespace(), id), "title", "read"))
                .toList();
    }

    private static List<Update> updates(Fact fact, Group group, Form form) {
        if (fact instanceof Said said) {
            boolean isItsPath = Group.parse(said.update().group())
                    .filter(to -> to.path().equals(group.path()))
                    .isPresent();
            return isItsPath ? List.of(said.update().to(group.name())) : List.of();
        }
        if (!(fact instanceof Changed value) || !group.path().equals(value.property())) return List.of();
        return List.of(Update.value(group.name(), value.value() + form.name()));
    }

    private static String update(String group, String value) {
        return "{\"type\":\"update_value\",\"path\":\"%s\",\"value\":\"%s\"}".formatted(group, value);
    }

    private static final class Browser implements Connection {
        final List<List<String>> told = new ArrayList<>();
        final List<String> dropped = new ArrayList<>();

        @Override
        public void offer(List<Delivery> deliveries) {
            told.add(deliveries.stream().map(Delivery::message).toList());
        }

        @Override
        public void drop(String group) {
            dropped.add(group);
        }
    }
}
