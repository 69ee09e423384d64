package org.updatable.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.Persistence;
import jakarta.persistence.RollbackException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.updatable.EntityChanged;
import org.updatable.EntityChanged.Kind;
import org.updatable.change.Changed;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.model.LiveModels;
import org.updatable.model.Story;

/** What every change source tells, seen on units with transactions of their own. */
public abstract class ChangeSourceContract {
    private static final Row STORY = new Row("story", "1");

    private final RecordingCapture recording = new RecordingCapture();
    private final EntityManagerFactory unit;

    protected ChangeSourceContract(Map<String, Object> settings) {
        unit = Persistence.createEntityManagerFactory("stories", settings);
    }

    protected abstract ChangeSource source();

    @BeforeEach
    void aStoryIsThere() {
        assertThat(source().knows(unit)).isTrue();
        inTransaction(manager -> manager.persist(new Story(1L, "A")));
        source().observe(unit, LiveModels.of(unit).entities(), recording.capture);
    }

    @AfterEach
    void close() {
        unit.close();
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
    void everyBasicTypeIsToldAsAPlainValue() {
        inTransaction(manager -> {
            Story story = story(manager);
            story.readers = 3;
            story.price = new BigDecimal("10.50");
            story.printed = LocalDate.of(2026, 11, 21);
            story.status = Story.Status.PRINTED;
            story.title = null;
        });

        assertThat(onlyCommit())
                .containsExactlyInAnyOrder(
                        new Changed(STORY, "readers", 3),
                        new Changed(STORY, "price", "10.50"),
                        new Changed(STORY, "printed", "2026-11-21"),
                        new Changed(STORY, "status", "PRINTED"),
                        new Changed(STORY, "title", null));
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

        assertThat(onlyCommit()).containsExactly(new Touched("story", Set.of("1")));
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

    @Test
    void whatIsExcludedIsNeverTold() {
        inTransaction(manager -> {
            story(manager).notes = "private";
            story(manager).setSource("private");
        });

        assertThat(recording.commits).isEmpty();
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

    private List<Fact> onlyCommit() {
        assertThat(recording.commits).hasSize(1);
        return recording.commits.get(0);
    }

    private void inTransaction(Consumer<EntityManager> work) {
        EntityManager manager = unit.createEntityManager();
        try {
            manager.getTransaction().begin();
            work.accept(manager);
            manager.getTransaction().commit();
        } finally {
            if (manager.getTransaction().isActive()) manager.getTransaction().rollback();
            manager.close();
        }
    }

    private static Story story(EntityManager manager) {
        return manager.find(Story.class, 1L);
    }
}
