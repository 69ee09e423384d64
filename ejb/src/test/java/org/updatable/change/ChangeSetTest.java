package org.updatable.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.updatable.EntityChanged;
import org.updatable.EntityChanged.Kind;
import org.updatable.Notification;

class ChangeSetTest {
    private static final Row POST = new Row("post", "1");

    private final ChangeSet changes = new ChangeSet();

    @Test
    void anUpdateIsToldWithItsNewValue() {
        post().updated("title", "old", "new");

        assertThat(changes.facts()).containsExactly(new Changed(POST, "title", "new"));
        assertThat(changes.events("mary", "tab-1"))
                .containsExactly(new EntityChanged(String.class, 1L, Kind.UPDATED, Set.of("title"), "mary", "tab-1"));
    }

    @Test
    void severalFlushesAreOneChangeFromTheFirstOldToTheLastNewValue() {
        post().updated("title", "a", "b");
        post().updated("title", "b", "c");

        assertThat(changes.facts()).containsExactly(new Changed(POST, "title", "c"));
    }

    @Test
    void aPropertyBackAtItsFirstValueIsNoChange() {
        post().updated("title", "a", "b");
        post().updated("title", "b", "a");

        assertThat(changes.facts()).isEmpty();
        assertThat(changes.events(null, null)).isEmpty();
    }

    @Test
    void onlyWhatDiffersIsTold() {
        post().updated("title", "a", "b");
        post().updated("title", "b", "a");
        post().updated("author", null, "Mary");

        assertThat(changes.facts()).containsExactly(new Changed(POST, "author", "Mary"));
        assertThat(changes.events(null, null)).extracting(EntityChanged::fields).containsExactly(Set.of("author"));
    }

    @Test
    void aCreatedRowIsToldWithAllItsValuesAsTheyAreInTheEnd() {
        post().created();
        post().set("title", "a");
        post().set("author", "Mary");
        post().updated("title", "a", "b");

        assertThat(changes.facts())
                .containsExactlyInAnyOrder(new Changed(POST, "title", "b"), new Changed(POST, "author", "Mary"));
        assertThat(changes.events(null, null)).extracting(EntityChanged::kind).containsExactly(Kind.CREATED);
    }

    @Test
    void aRowCreatedAndDeletedIsNothing() {
        post().created();
        post().set("title", "a");
        post().deleted();

        assertThat(changes.facts()).isEmpty();
        assertThat(changes.events(null, null)).isEmpty();
    }

    @Test
    void aCommitSaysWhatHappenedToWhichRow() {
        post().updated("title", "a", "b");
        changes.row(new Row("post", "2"), String.class, 2L).rewritten("title", "same");
        changes.row(new Row("post", "3"), String.class, 3L).deleted();

        assertThat(changes.commit().events())
                .containsExactly(
                        new RowEvent(POST, Kind.UPDATED, Set.of("title")),
                        new RowEvent(new Row("post", "3"), Kind.DELETED, Set.of()));
    }

    @Test
    void ofAnImportThatIsMutedOrOfAStatementNobodyKnowsWhichRows() {
        post().updated("title", "a", "b");
        changes.touched("post");
        assertThat(changes.commit().events()).isEmpty();

        ChangeSet muted = new ChangeSet();
        muted.row(POST, String.class, 1L).updated("title", "a", "b");
        muted.mute();
        assertThat(muted.commit().events()).isEmpty();
        assertThat(muted.commit().facts()).containsExactly(Touched.all("post"));
    }

    @Test
    void whatIsAnnouncedTwiceIsAnnouncedOnceAndInDoubtNotAtAll() {
        Notification report = new Notification("reports", Map.of("name", "a"));
        changes.announced(report);
        changes.announced(new Notification("reports", Map.of("name", "a")));
        changes.announced(new Notification("reports", Map.of("name", "b")));
        changes.mute();
        assertThat(changes.commit().notifications()).hasSize(2).startsWith(report);
        assertThat(changes.commit().isEmpty()).isFalse();

        changes.doubt();
        assertThat(changes.commit().isEmpty()).isTrue();
    }

    @Test
    void aDeletedRowIsTouched() {
        post().updated("title", "a", "b");
        post().deleted();

        assertThat(changes.facts()).containsExactly(new Touched("post", Set.of("1"), Set.of()));
        assertThat(changes.events(null, null)).extracting(EntityChanged::kind).containsExactly(Kind.DELETED);
    }

    @Test
    void aRowDeletedAndCreatedAgainIsToldWithAllItsValues() {
        post().deleted();
        post().created();
        post().set("title", "a");

        assertThat(changes.facts()).containsExactly(new Changed(POST, "title", "a"));
        assertThat(changes.events(null, null)).extracting(EntityChanged::kind).containsExactly(Kind.UPDATED);
    }

    @Test
    void aMutedTransactionEndsInOneTouchedForEachEntity() {
        post().updated("title", "a", "b");
        changes.row(new Row("post", "2"), String.class, 2L).updated("title", "a", "b");
        changes.mute();
        changes.row(new Row("post", "3"), String.class, 3L).created();

        assertThat(changes.facts()).containsExactly(Touched.all("post"));
        assertThat(changes.events(null, null)).isEmpty();
    }

    @Test
    void aMutedTransactionThatChangedNothingTellsNothing() {
        post().updated("title", "a", "b");
        post().updated("title", "b", "a");
        changes.mute();

        assertThat(changes.facts()).isEmpty();
    }

    @Test
    void whereOneChangeIsNotKnownNoneOfTheEntityIsTrusted() {
        post().updated("title", "a", "b");
        changes.row(new Row("tag", "1"), String.class, 1L).updated("name", "a", "b");
        changes.touched("post");

        assertThat(changes.facts()).containsExactly(new Changed(new Row("tag", "1"), "name", "b"), Touched.all("post"));
    }

    @Test
    void whatTheDatabaseMayHoldOtherwiseIsReadAfterTheCommit() {
        post().updated("price", "1", "2");
        post().isToBeRead("price");
        post().updated("title", "a", "b");

        assertThat(changes.facts()).containsExactly(new Changed(POST, "title", "b"), Touched.row(POST, "price"));
    }

    @Test
    void whatIsBackAtItsFirstValueIsNotReadEither() {
        post().updated("price", "1", "2");
        post().isToBeRead("price");
        post().updated("price", "2", "1");

        assertThat(changes.facts()).isEmpty();
    }

    private RowChange post() {
        return changes.row(POST, String.class, 1L);
    }
}
