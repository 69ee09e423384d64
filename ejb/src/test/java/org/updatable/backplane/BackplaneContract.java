package org.updatable.backplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.updatable.change.Changed;
import org.updatable.change.Commit;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Touched;

/** What every backplane promises. */
abstract class BackplaneContract {
    private static final Fact TITLE = new Changed(new Row("post", "1"), "title", "new");
    private static final Fact POSTS = new Touched("post", Set.of("2", "3"), Set.of());

    abstract Backplane backplane();

    /** Returns when everything that was published has arrived. */
    abstract void settle();

    @Test
    void theFactsOfACommitArriveTogetherAndCommitsInOrder() {
        List<List<Fact>> heard = new ArrayList<>();
        Backplane backplane = backplane();
        backplane.subscribe(commit -> heard.add(commit.facts()));

        backplane.publish(Commit.of(List.of(TITLE, POSTS)));
        backplane.publish(Commit.of(List.of(POSTS)));
        settle();

        assertThat(heard).containsExactly(List.of(TITLE, POSTS), List.of(POSTS));
    }

    @Test
    void everySubscriberHearsWhatComesAfterIt() {
        List<List<Fact>> early = new ArrayList<>();
        List<List<Fact>> late = new ArrayList<>();
        Backplane backplane = backplane();
        backplane.subscribe(commit -> early.add(commit.facts()));
        backplane.publish(Commit.of(List.of(TITLE)));
        settle();
        backplane.subscribe(commit -> late.add(commit.facts()));
        backplane.publish(Commit.of(List.of(POSTS)));
        settle();

        assertThat(early).containsExactly(List.of(TITLE), List.of(POSTS));
        assertThat(late).containsExactly(List.of(POSTS));
    }
}
