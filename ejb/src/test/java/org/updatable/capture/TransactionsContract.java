package org.updatable.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.RollbackException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.updatable.EntityChanged;
import org.updatable.EntityChanged.Kind;
import org.updatable.change.Changed;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.model.Notice;
import org.updatable.model.Samples.Book;
import org.updatable.model.Samples.Ticket;
import org.updatable.model.Story;

/** When a change source tells: what committed, as one change, and nothing else. */
abstract class TransactionsContract extends ObservedUnit {

    TransactionsContract(ChangeSourceContract provider) {
        super(provider);
    }

    @Test
    void anUpdateIsToldWithItsNewValueAfterTheCommit() {
        inTransaction(manager -> {
            story(manager).title = "B";
            manager.flush();
            assertThat(recording.commits).isEmpty();
        });

        assertThat(recording.commits).containsExactly(List.of(new Changed(STORY, "title", "B")));
        assertThat(recording.events)
                .containsExactly(new EntityChanged(Story.class, 1L, Kind.UPDATED, Set.of("title"), null, null));
    }

    @Test
    void aNewRowIsToldWithAllItsValues() {
        inTransaction(manager -> manager.persist(new Story(2L, "New")));

        assertThat(onlyCommit())
                .hasSize(5)
                .contains(
                        new Changed(new Row("story", "2"), "title", "New"),
                        new Changed(new Row("story", "2"), "price", null));
        assertThat(recording.events).extracting(EntityChanged::kind).containsExactly(Kind.CREATED);
    }

    @Test
    void aDeletedRowIsTouched() {
        inTransaction(manager -> manager.remove(story(manager)));

        assertThat(onlyCommit()).containsExactly(new Touched("story", Set.of("1"), Set.of()));
        assertThat(recording.events).extracting(EntityChanged::kind).containsExactly(Kind.DELETED);
    }

    @Test
    void createdAndDeletedInOneTransactionIsNothing() {
        inTransaction(manager -> {
            Story story = new Story(2L, "New");
            manager.persist(story);
            manager.flush();
            manager.remove(story);
        });

        assertThat(recording.commits).isEmpty();
    }

    @Test
    void aDetachedEntityThatIsMergedIsAnUpdate() {
        EntityManager reader = unit.createEntityManager();
        Story detached = reader.find(Story.class, 1L);
        reader.close();
        detached.title = "B";

        inTransaction(manager -> manager.merge(detached));

        assertThat(onlyCommit()).containsExactly(new Changed(STORY, "title", "B"));
    }

    @Test
    void severalFlushesAreOneChange() {
        inTransaction(manager -> {
            story(manager).title = "B";
            manager.flush();
            story(manager).title = "C";
            manager.flush();
        });

        assertThat(onlyCommit()).containsExactly(new Changed(STORY, "title", "C"));
    }

    @Test
    void backAndForthIsNoChange() {
        inTransaction(manager -> {
            story(manager).title = "B";
            manager.flush();
            story(manager).title = "A";
            manager.flush();
        });

        assertThat(recording.commits).isEmpty();
    }

    /** A row without a version: some providers write all of it, and so over what was changed meanwhile. */
    @Test
    void whatOverwritesAChangeThatItHasNotSeenIsTold() {
        inTransaction(manager -> manager.persist(new Notice()));
        EntityManager slow = unit.createEntityManager();
        slow.getTransaction().begin();
        Notice stale = slow.find(Notice.class, 1L);
        inTransaction(manager -> manager.find(Notice.class, 1L).image = "new.png");
        stale.title = "B";
        slow.getTransaction().commit();
        slow.close();

        List<Object> told = new ArrayList<>(List.of("new.png"));
        recording.rewritten.stream()
                .filter(value -> value.property().equals("image"))
                .forEach(value -> told.add(String.valueOf(value.value())));
        inTransaction(manager -> assertThat(told.get(told.size() - 1))
                .isEqualTo(String.valueOf(manager.createQuery("select n.image from Notice n", String.class)
                        .getResultList()
                        .get(0))));
    }

    /** It was made of what this transaction had read, and another has written since. */
    @Test
    void whatIsMadeOfMoreThanWasWrittenIsReadWhereNoVersionGuardsTheRow() {
        inTransaction(manager -> {
            manager.persist(new Ticket());
            manager.persist(new Book());
        });
        EntityManager slow = unit.createEntityManager();
        slow.getTransaction().begin();
        Ticket ticket = slow.find(Ticket.class, 1L);
        Book book = slow.find(Book.class, 1L);
        assertThat(book.subjects).isEmpty();
        inTransaction(manager -> {
            manager.find(Ticket.class, 1L).price = 5;
            manager.find(Book.class, 1L).subjects.add("Ships");
        });
        recording.commits.clear();
        ticket.seats = 2;
        book.subjects.add("Tea");
        slow.getTransaction().commit();
        slow.close();

        assertThat(read()).contains("total", "subjects");
    }

    @Test
    void aRollbackTellsNothingAlsoWhenTheEntityManagerGoesOn() {
        EntityManager manager = unit.createEntityManager();
        manager.getTransaction().begin();
        story(manager).title = "B";
        manager.flush();
        manager.getTransaction().rollback();
        manager.getTransaction().begin();
        story(manager).readers = 1;
        manager.getTransaction().commit();
        manager.close();

        assertThat(onlyCommit()).containsExactly(new Changed(STORY, "readers", 1));
    }

    @Test
    void eachTransactionOfAnEntityManagerIsToldByItself() {
        EntityManager manager = unit.createEntityManager();
        for (String title : List.of("B", "C")) {
            manager.getTransaction().begin();
            story(manager).title = title;
            manager.getTransaction().commit();
        }
        manager.close();

        assertThat(recording.commits)
                .containsExactly(List.of(new Changed(STORY, "title", "B")), List.of(new Changed(STORY, "title", "C")));
    }

    @Test
    void anOverwrittenVersionTellsNothing() {
        EntityManager late = unit.createEntityManager();
        late.getTransaction().begin();
        story(late).title = "late";
        inTransaction(manager -> story(manager).title = "early");

        assertThatThrownBy(() -> late.getTransaction().commit())
                .isInstanceOf(RollbackException.class)
                .hasCauseInstanceOf(OptimisticLockException.class);
        late.close();

        assertThat(onlyCommit()).containsExactly(new Changed(STORY, "title", "early"));
    }

    @Test
    void aTransactionIsInFlightFromItsFirstFlushUntilItIsPublished() {
        Consumer<EntityManager> flush = manager -> {
            assertThat(recording.inFlight.all()).isEmpty();
            story(manager).title = "B";
            manager.flush();
            assertThat(recording.inFlight.all()).singleElement().matches(changes -> changes.concerns(STORY));
            assertThat(recording.inFlight.all()).noneMatch(changes -> changes.concerns(new Row("story", "2")));
        };
        inTransaction(flush);

        assertThat(recording.inFlight.all()).isEmpty();
    }
}
