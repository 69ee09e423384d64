package org.updatable.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.change.Changed;
import org.updatable.change.Commit;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Said;
import org.updatable.change.Touched;
import org.updatable.counters.Counters;
import org.updatable.format.Form;
import org.updatable.message.Digest;
import org.updatable.message.Group;
import org.updatable.message.Update;

class HubTest {
    private static final Row POST = new Row("post", "1");
    private static final int MOST_BYTES = 100;
    private static final String READY = "{\"type\":\"ready\",\"n\":1}";

    private final List<String> reads = new ArrayList<>();
    private @Nullable String present = "read";
    private Runnable duringRead = () -> {};
    private boolean databaseIsDown;
    private final List<Predicate<Row>> inFlight = new ArrayList<>();
    private final Hub hub = new Hub(new Database(), HubTest::updates, Runnable::run, MOST_BYTES, new Counters());
    private final Browser mary = new Browser();
    private final Browser john = new Browser();
    private final Browser ann = new Browser();

    HubTest() {
        hub.opened(mary);
        hub.opened(john);
        hub.opened(ann);
    }

    @Test
    void whoWatchesAGroupIsTold() {
        hub.join(mary, "post-1-title", Instant.MAX);
        hub.join(john, "post-2-title", Instant.MAX);

        hub.accept(commit(new Changed(POST, "title", "new")));

        assertThat(mary.told).containsExactly(List.of(update("post-1-title", "new")));
        assertThat(john.told).isEmpty();
    }

    @Test
    void whatNobodyWatchesTakesNoThread() {
        List<Runnable> works = new ArrayList<>();
        Hub busy = new Hub(this::read, HubTest::updates, works::add, MOST_BYTES, new Counters());
        busy.opened(mary);
        busy.join(mary, "post-1-title", Instant.MAX);
        busy.join(mary, "stock-ticker", Instant.MAX);

        busy.accept(commit(new Changed(new Row("post", "2"), "title", "new")));
        busy.accept(commit(Touched.row(new Row("order", "1"))));
        busy.accept(commit(new Said(Update.value("post-2-card", true))));
        busy.accept(commit(new Said(Update.value("bond-ticker", "up"))));
        assertThat(works).isEmpty();

        busy.accept(commit(new Changed(new Row("post", "2"), "title", "new"), new Changed(POST, "title", "new")));
        busy.accept(commit(Touched.all("post")));
        busy.accept(commit(new Said(Update.value("post-1-card", true))));
        busy.accept(commit(new Said(Update.value("stock-ticker", "up"))));
        assertThat(works).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00df", "\u20ac", "\ud83d\ude00"})
    void aValueIsSentUpToTheLimitAndNotBeyond(String character) {
        hub.join(mary, "post-1-title", Instant.MAX);
        int empty = update("post-1-title", "").length();
        String longest = character.repeat((MOST_BYTES - empty) / character.getBytes(StandardCharsets.UTF_8).length);

        hub.accept(commit(new Changed(POST, "title", longest)));
        hub.accept(commit(new Changed(POST, "title", longest + character)));

        assertThat(mary.told)
                .containsExactly(
                        List.of(update("post-1-title", longest)),
                        List.of("{\"type\":\"refused\",\"path\":\"post-1-title\",\"code\":413}"));
    }

    @Test
    void groupsOfAConnectionAreCountedOnce() {
        hub.join(mary, "post-1-title", Instant.MAX);
        hub.join(mary, "post-1-title", Instant.MAX);
        hub.join(mary, "post-2-title", Instant.MAX);
        hub.join(john, "post-3-title", Instant.MAX);
        hub.leave(mary, "post-2-title");

        assertThat(hub.groupsOf(mary)).containsOnlyKeys("post-1-title");
    }

    @Test
    void aConnectionThatHasGoneWatchesNothing() {
        hub.join(mary, "post-1-title", Instant.MAX);
        hub.closed(mary);
        hub.join(mary, "post-1-title", Instant.MAX);

        assertThat(hub.groupsOf(mary)).isEmpty();
    }

    @Test
    void whoWatchesItInAnotherFormIsToldInThatForm() {
        hub.join(mary, "post-1-title", Instant.MAX);
        hub.join(mary, "post-1-title~de", Instant.MAX);
        hub.join(john, "post-1-title~de", Instant.MAX);

        hub.accept(commit(new Changed(POST, "title", "new")));

        assertThat(mary.told).singleElement().satisfies(told -> assertThat(told)
                .containsExactlyInAnyOrder(update("post-1-title", "new"), update("post-1-title~de", "newde")));
        assertThat(john.told).containsExactly(List.of(update("post-1-title~de", "newde")));
    }

    @Test
    void whatTheApplicationSaysGoesToWhoWatchesThatGroup() {
        hub.join(mary, "post-1-like.23", Instant.MAX);
        hub.join(john, "post-1-like.24", Instant.MAX);

        hub.accept(commit(new Said(Update.value("post-1-like.23", "yes"))));

        assertThat(mary.told).containsExactly(List.of(update("post-1-like.23", "yes")));
        assertThat(john.told).isEmpty();
    }

    @Test
    void whatTheApplicationSaysGoesToEveryFormOfThatGroup() {
        hub.join(mary, "post-1-title", Instant.MAX);
        hub.join(john, "post-1-title~html", Instant.MAX);

        hub.accept(commit(new Said(Update.value("post-1-title", "yes"))));
        hub.accept(commit(new Said(Update.value("post-1-title~html", "html alone"))));

        assertThat(mary.told).containsExactly(List.of(update("post-1-title", "yes")));
        assertThat(john.told)
                .containsExactly(
                        List.of(update("post-1-title~html", "yes")),
                        List.of(update("post-1-title~html", "html alone")));
    }

    @Test
    void whatNoRowHasIsToldToWhoWatchesThatGroup() {
        hub.join(mary, "stock-ticker", Instant.MAX);

        hub.accept(commit(new Said(Update.value("stock-ticker", "up"))));

        assertThat(mary.told).containsExactly(List.of(update("stock-ticker", "up")));
    }

    @Test
    void joiningTwiceIsJoiningOnce() {
        hub.join(mary, "post-1-title", Instant.MAX);
        hub.join(mary, "post-1-title", Instant.MAX);
        hub.accept(commit(new Changed(POST, "title", "new")));
        hub.leave(mary, "post-1-title");
        hub.accept(commit(new Changed(POST, "title", "newer")));

        assertThat(mary.told).containsExactly(List.of(update("post-1-title", "new")));
    }

    @Test
    void aCommitIsOfferedInOneStep() {
        hub.join(mary, "post-1-title", Instant.MAX);
        hub.join(mary, "post-1-author", Instant.MAX);

        hub.accept(commit(new Changed(POST, "title", "new"), new Changed(POST, "author", "John")));

        assertThat(mary.told).containsExactly(List.of(update("post-1-title", "new"), update("post-1-author", "John")));
    }

    @Test
    void whatIsLeftIsDroppedFromTheOutboxToo() {
        hub.join(mary, "post-1-title", Instant.MAX);
        hub.leave(mary, "post-1-title");

        assertThat(mary.dropped).containsExactly("post-1-title");
    }

    @Test
    void aClosedConnectionLeavesNothingBehind() {
        hub.join(mary, "post-1-title", Instant.MAX);
        hub.join(mary, "post-1-author", Instant.MAX);
        hub.closed(mary);
        hub.join(mary, "post-1-title", Instant.MAX);

        assertThat(hub.groups()).isZero();
    }

    @Test
    void whatWasTouchedIsReadWhereSomebodyWatches() {
        hub.join(mary, "post-1-title", Instant.MAX);
        hub.join(john, "post-2-title", Instant.MAX);
        hub.join(john, "tag-1-name", Instant.MAX);

        hub.accept(commit(Touched.all("post")));

        assertThat(reads).containsExactly("post[1, 2][title]");
        assertThat(mary.told).containsExactly(List.of(update("post-1-title", "read")));
        assertThat(john.told).containsExactly(List.of(update("post-2-title", "read")));
    }

    @Test
    void whatNobodyWatchesIsNotRead() {
        hub.join(mary, "post-1-title", Instant.MAX);

        hub.accept(commit(Touched.row(new Row("post", "2"))));

        assertThat(reads).isEmpty();
    }

    @Test
    void whatCouldNotBeReadIsReadAgain() {
        hub.join(mary, "post-1-title", Instant.MAX);
        databaseIsDown = true;
        hub.accept(commit(new Changed(POST, "title", "new"), Touched.all("post")));
        hub.tick();
        assertThat(mary.told).isEmpty();

        databaseIsDown = false;
        hub.tick();
        assertThat(mary.told).contains(List.of(update("post-1-title", "read")));

        reads.clear();
        hub.tick();
        assertThat(reads).isEmpty();
    }

    @Test
    void whoseDigestIsAnotherIsTold() {
        joins(mary, "post-1-title", digest("rendered"));
        joins(john, "post-1-title", digest("read"));

        assertThat(mary.told).containsExactly(List.of(update("post-1-title", "read"), READY));
        assertThat(john.told).containsExactly(List.of(READY));
    }

    @Test
    void whatOneWasToldTheNextOneNeedsNotBeReadFor() {
        joins(mary, "post-1-title", digest("rendered"));
        joins(john, "post-1-title", digest("read"));
        hub.accept(commit(new Changed(POST, "title", "new")));
        joins(ann, "post-1-title", digest("new"));

        assertThat(reads).containsExactly("post[1][title]");
        assertThat(ann.told).containsExactly(List.of(READY));
    }

    /** Nobody told us of a change, and a page that was rendered after it brings it to light. */
    @Test
    void whenTheHubWasBehindAllAreTold() {
        joins(mary, "post-1-title", digest("read"));
        present = "changed";
        joins(john, "post-1-title", digest("changed"));
        assertThat(mary.told).as("the commit may be on its way").containsExactly(List.of(READY));

        hub.tick();
        assertThat(mary.told).containsExactly(List.of(READY), List.of(update("post-1-title", "changed")));
        assertThat(john.told).as("shows it already").startsWith(List.of(READY));

        reads.clear();
        hub.tick();
        assertThat(reads).isEmpty();
    }

    /** It was told to nobody else, and so they are not known to be shown the same any more. */
    @Test
    void whatOneHasFoundAndIsNoMoreIsToldToAll() {
        joins(mary, "post-1-title", digest("read"));
        present = "found";
        joins(john, "post-1-title", digest("rendered"));
        assertThat(john.told).containsExactly(List.of(update("post-1-title", "found"), READY));

        hub.accept(commit(new Changed(POST, "title", "read")));

        assertThat(john.told).endsWith(List.of(update("post-1-title", "read")));
    }

    @Test
    void aCommitOfWhichAPartMustBeReadIsReadWhole() {
        hub.join(mary, "post-1-title", Instant.MAX);
        hub.join(mary, "order-1-title", Instant.MAX);
        hub.join(john, "post-2-title", Instant.MAX);

        hub.accept(commit(
                new Changed(POST, "title", "older than what is read"),
                new Changed(new Row("post", "3"), "title", "not watched"),
                Touched.all("order")));

        assertThat(mary.told)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder(update("post-1-title", "read"), update("order-1-title", "read"));
        assertThat(reads).containsExactlyInAnyOrder("post[1][title]", "order[1][title]");
        assertThat(john.told).isEmpty();
    }

    /** It has committed, and what was read holds a part of it. */
    @Test
    void whatBelongsToACommitThatIsOnItsWayIsReadWithIt() {
        for (String group : List.of("post-1-title", "order-1-title", "order-2-title"))
            hub.join(mary, group, Instant.MAX);
        inFlight.add(row -> List.of("1").contains(row.id()));

        hub.accept(commit(Touched.all("post")));

        assertThat(mary.told)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder(update("post-1-title", "read"), update("order-1-title", "read"));
        assertThat(reads).hasSize(3).startsWith("post[1][title]");
    }

    @Test
    void whatBelongsToACommitThatWaitsIsReadWithIt() {
        List<Runnable> works = new ArrayList<>();
        Hub busy = new Hub(new Database(), HubTest::updates, works::add, MOST_BYTES, new Counters());
        busy.opened(mary);
        for (String group : List.of("post-1-title", "order-1-title")) busy.join(mary, group, Instant.MAX);
        busy.accept(commit(Touched.all("post")));
        busy.accept(commit(new Changed(POST, "title", "read"), new Changed(new Row("order", "1"), "title", "read")));

        works.forEach(Runnable::run);

        assertThat(mary.told.get(0))
                .containsExactlyInAnyOrder(update("post-1-title", "read"), update("order-1-title", "read"));
    }

    /** What it reads for the second one may hold a commit that is not told yet. */
    @Test
    void aPageThatJoinsByTwoFramesIsToldTheRestOfWhatTheSecondFinds() {
        joins(john, "post-1-title", digest("read"));
        joins(john, "post-2-title", digest("read"));
        joins(mary, "post-1-title", digest("read"));
        inFlight.add(row -> row.namespace().equals("post"));
        present = "of a commit that is on its way";
        mary.told.clear();

        hub.announce(mary, "post-3-title", Instant.MAX);
        hub.catchUp(new Joining(mary, Map.of("post-3-title", digest("rendered")), 1));

        assertThat(mary.told)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder(
                        update("post-3-title", "of a commit that is on its way"),
                        update("post-1-title", "of a commit that is on its way"),
                        READY);
        assertThat(john.told).as("is told by that commit").containsOnly(List.of(READY));
    }

    @Test
    void aPageThatShowsOneThingOtherwiseIsReadWhole() {
        joins(mary, "post-1-title", digest("read"));
        reads.clear();
        for (String group : List.of("post-1-title", "post-2-title")) hub.announce(john, group, Instant.MAX);

        hub.catchUp(new Joining(john, Map.of("post-1-title", digest("read"), "post-2-title", digest("rendered")), 1));

        assertThat(reads).containsExactly("post[1, 2][title]");
        assertThat(john.told).containsExactly(List.of(update("post-2-title", "read"), READY));
        assertThat(mary.told).containsExactly(List.of(READY));
    }

    @Test
    void onlyWhatDiffersIsToldOfWhatWasTouched() {
        joins(mary, "post-1-title", digest("read"));

        hub.accept(commit(Touched.all("post")));
        assertThat(mary.told).containsExactly(List.of(READY));

        present = "changed";
        hub.accept(commit(Touched.all("post")));
        assertThat(mary.told).contains(List.of(update("post-1-title", "changed")));
    }

    @Test
    void whoWatchesARowThatIsGoneIsTold() {
        joins(mary, "post-1-title", digest("read"));
        present = null;
        hub.accept(commit(Touched.row(POST)));
        joins(john, "post-1-title", digest("read"));

        assertThat(mary.told).contains(List.of(removed("post-1-title")));
        assertThat(john.told).containsExactly(List.of(removed("post-1-title"), READY));
    }

    @Test
    void aRowThatComesBackIsTold() {
        joins(mary, "post-1-title", digest("read"));
        present = null;
        hub.accept(commit(Touched.row(POST)));
        present = "read";
        hub.accept(commit(Touched.row(POST)));

        assertThat(mary.told)
                .containsExactly(
                        List.of(READY), List.of(removed("post-1-title")), List.of(update("post-1-title", "read")));
    }

    @Test
    void whatShowsNoRowIsReadyAtOnce() {
        joins(mary, "ticker", "");
        hub.catchUp(new Joining(mary, Map.of(), 1));

        assertThat(reads).isEmpty();
        assertThat(mary.told).containsExactly(List.of(READY), List.of(READY));
    }

    @Test
    void whatTheApplicationDeclaresIsTold() {
        joins(mary, "weather", "");

        assertThat(mary.told).containsExactly(List.of(update("weather", "fair"), READY));
    }

    @Test
    void whoJoinsWhileTheDatabaseIsDownIsToldLater() {
        databaseIsDown = true;
        joins(mary, "post-1-title", digest("rendered"));
        hub.tick();
        assertThat(mary.told).isEmpty();

        databaseIsDown = false;
        hub.tick();
        assertThat(mary.told)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(update("post-1-title", "read"), READY);
    }

    /** Else it would be told something newer than what it shows, and then not that this is so again. */
    @Test
    void whoIsAboutToJoinIsToldNothingUntilItsPageIsCompared() {
        joins(mary, "post-1-title", digest("read"));
        hub.announce(john, "post-1-title", Instant.MAX);
        hub.accept(commit(new Changed(POST, "title", "meanwhile")));
        joins(john, "post-1-title", digest("read"));

        assertThat(john.told).containsExactly(List.of(READY));
        hub.tick();
        assertThat(mary.told)
                .containsExactly(
                        List.of(READY),
                        List.of(update("post-1-title", "meanwhile")),
                        List.of(update("post-1-title", "read")));
    }

    @Test
    void whoJoinsAgainIsToldWhatTheOthersAre() {
        joins(mary, "post-1-title", digest("read"));
        hub.accept(commit(new Changed(POST, "title", "meanwhile")));
        joins(mary, "post-1-title", digest("read"));

        assertThat(mary.told).contains(List.of(update("post-1-title", "read"), READY));
    }

    @Test
    void whoHasLeftBeforeItsPageIsComparedWatchesNothing() {
        hub.announce(mary, "post-1-title", Instant.MAX);
        hub.leave(mary, "post-1-title");
        hub.catchUp(new Joining(mary, Map.of("post-1-title", digest("rendered")), 1));

        assertThat(mary.told).containsExactly(List.of(READY));
        assertThat(hub.groups()).isZero();
    }

    /** Some of it was about to be told. */
    @Test
    void whatFailsHalfwayIsToldOnceMore() {
        joins(mary, "post-1-title", digest("read"));
        databaseIsDown = true;
        hub.accept(commit(new Changed(POST, "title", "new"), Touched.all("post")));
        databaseIsDown = false;
        present = "new";
        hub.tick();

        assertThat(mary.told).containsExactly(List.of(READY), List.of(update("post-1-title", "new")));
    }

    /** Publication order is not commit order. */
    @Test
    void ofCommitsThatArePublishedTheOtherWayRoundTheNewerStays() {
        hub.join(mary, "post-1-title", Instant.MAX);
        Commit first = commit(new Changed(POST, "title", "first"));
        Commit second = commit(new Changed(POST, "title", "second"));
        present = "second";

        hub.accept(second);
        hub.accept(first);

        assertThat(mary.told)
                .containsExactly(List.of(update("post-1-title", "second")), List.of(update("post-1-title", "second")));
        assertThat(reads).containsExactly("post[1][title]");
    }

    @Test
    void whatIsInOrderIsNotRead() {
        hub.join(mary, "post-1-title", Instant.MAX);

        for (int i = 0; i < 3; i++) hub.accept(commit(new Changed(POST, "title", "commit " + i)));

        assertThat(mary.told).hasSize(3);
        assertThat(reads).isEmpty();
    }

    /** It may be older than what was read, or newer. */
    @Test
    void whatIsCommittedDuringAReadIsReadOnceMore() {
        List<Commit> commits = new ArrayList<>();
        duringRead = () -> commits.add(commit(new Changed(POST, "title", "meanwhile")));
        joins(mary, "post-1-title", digest("read"));

        hub.accept(commits.get(0));

        assertThat(reads).hasSize(2);
        assertThat(mary.told).containsExactly(List.of(READY));
    }

    @Test
    void ofManyCommitsThatWaitOneReadTellsTheLast() {
        joins(mary, "post-1-title", digest("read"));
        List<Commit> waiting = List.of(
                Commit.of(List.of(Touched.all("post"))),
                Commit.of(List.of(new Changed(POST, "title", "older"))),
                Commit.of(List.of(Touched.row(POST, "title"))));
        present = "newest";

        waiting.forEach(hub::accept);

        assertThat(reads).hasSize(2);
        assertThat(mary.told).containsExactly(List.of(READY), List.of(update("post-1-title", "newest")));
    }

    @Test
    void whatAllAreKnownToBeShownIsNotTold() {
        joins(mary, "post-1-title", digest("read"));

        hub.accept(commit(new Changed(POST, "title", "read")));

        assertThat(mary.told).containsExactly(List.of(READY));
    }

    @Test
    void whatWasWrittenOverIsToldWhereItDiffers() {
        joins(mary, "post-1-title", digest("read"));
        hub.join(john, "post-2-title", Instant.MAX);

        hub.accept(commit(
                new Changed(POST, "title", "read", false), new Changed(new Row("post", "2"), "title", "any", false)));
        assertThat(mary.told).containsExactly(List.of(READY));

        hub.accept(commit(new Changed(POST, "title", "overwritten", false)));
        assertThat(mary.told).containsExactly(List.of(READY), List.of(update("post-1-title", "overwritten")));
        assertThat(john.told).as("nobody knows what she is shown").isEmpty();
    }

    @Test
    void whoDoesNotCatchUpIsToldWhatWasReadForOthers() {
        hub.join(mary, "post-1-title", Instant.MAX);
        joins(john, "post-1-title", digest("rendered"));
        hub.tick();

        assertThat(mary.told).containsExactly(List.of(update("post-1-title", "read")));
    }

    /** Written and published now. */
    private static Commit commit(Fact... facts) {
        Map<Row, Long> written = new HashMap<>();
        for (Fact fact : facts) if (fact instanceof Changed changed) written.put(changed.row(), System.nanoTime());
        return new Commit(List.of(facts), written, System.nanoTime());
    }

    private void joins(Browser browser, String group, String digest) {
        hub.announce(browser, group, Instant.MAX);
        hub.catchUp(new Joining(browser, Map.of(group, digest), 1));
    }

    private static String digest(String title) {
        return Digest.of(List.of(Update.value("post-1-title", title)));
    }

    private static String removed(String group) {
        return "{\"type\":\"removed\",\"path\":\"%s\"}".formatted(group);
    }

    private Map<Row, List<Fact>> read(Map<Touched, Set<String>> asked) {
        if (databaseIsDown) throw new IllegalStateException("down");
        duringRead.run();
        Map<Row, List<Fact>> rows = new HashMap<>();
        asked.forEach((touched, paths) -> rows.putAll(read(touched, paths)));
        return rows;
    }

    private Map<Row, List<Fact>> read(Touched touched, Collection<String> paths) {
        reads.add(touched.namespace() + new TreeSet<>(touched.ids()) + new TreeSet<>(paths));
        if (present == null) return Map.of();
        return touched.ids().stream()
                .map(id -> new Row(touched.namespace(), id))
                .collect(Collectors.toMap(row -> row, row -> List.of(new Changed(row, "title", present))));
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

    private final class Database implements Hub.Reader {
        @Override
        public Map<Row, List<Fact>> read(Map<Touched, Set<String>> paths) {
            return HubTest.this.read(paths);
        }

        @Override
        public List<Predicate<Row>> inFlight(@Nullable Commit but) {
            return inFlight;
        }

        @Override
        public List<Update> declared(String group) {
            return group.equals("weather") ? List.of(Update.value("weather", "fair")) : List.of();
        }
    }

    private static final class Browser implements Connection {
        final List<List<String>> told = new ArrayList<>();
        final List<String> dropped = new ArrayList<>();

        @Override
        public void offer(Batch batch) {
            told.add(batch.all().stream().map(Delivery::message).toList());
        }

        @Override
        public void drop(String group) {
            dropped.add(group);
        }
    }
}
