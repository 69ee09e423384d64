package org.updatable.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.ParameterMode;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaDelete;
import jakarta.persistence.criteria.CriteriaUpdate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.change.Changed;
import org.updatable.change.Touched;
import org.updatable.model.Museum;
import org.updatable.model.Museum.Guide;
import org.updatable.model.Museum.Painter;
import org.updatable.model.Museum.Picture;
import org.updatable.model.Museum.Room;
import org.updatable.model.Museum.Tour;
import org.updatable.model.Museum.Wing;
import org.updatable.model.Story;

/** What is told of statements that change rows without their entities: that those may have changed. */
abstract class StatementsContract extends ObservedUnit {

    StatementsContract(ChangeSourceContract provider) {
        super(provider);
    }

    @Override
    protected void prepare() {
        Museum.KEYS.forEach(
                key -> inTransaction(manager -> manager.createNativeQuery(key).executeUpdate()));
        inTransaction(manager -> manager.createNativeQuery(
                        "create alias if not exists rename_stories for \"%s.renameStories\""
                                .formatted(Museum.class.getName()))
                .executeUpdate());
    }

    @Test
    void aStatementIsToldAfterTheCommit() {
        inTransaction(manager -> {
            manager.createQuery("update Story s set s.title = 'B' where s.id = 1")
                    .executeUpdate();
            assertThat(recording.commits).isEmpty();
        });

        assertThat(onlyCommit()).containsExactly(Touched.all("story"));
        assertThat(recording.later).isEmpty();
    }

    @Test
    void oneThatIsRolledBackIsNotTold() {
        EntityManager manager = unit.createEntityManager();
        manager.getTransaction().begin();
        manager.createQuery("delete from Story s").executeUpdate();
        manager.createNativeQuery("update story set title = 'B'").executeUpdate();
        manager.getTransaction().rollback();
        manager.close();

        assertThat(recording.commits).isEmpty();
        assertThat(recording.later).isEmpty();
    }

    @Test
    void oneThatFailsIsTheApplicationsBusiness() {
        assertThatThrownBy(() -> inTransaction(manager -> manager.createNativeQuery("update story set no_column = 1")
                        .executeUpdate()))
                .isInstanceOf(PersistenceException.class);

        assertThat(recording.commits).isEmpty();
    }

    @Test
    void severalAreToldOnceWithWhatEntitiesSay() {
        inTransaction(manager -> {
            manager.createQuery("update Museum$Picture p set p.title = 'B'").executeUpdate();
            manager.createNativeQuery("update museum_picture set title = 'C'").executeUpdate();
            story(manager).title = "B";
        });

        assertThat(onlyCommit()).containsExactlyInAnyOrder(Touched.all("picture"), new Changed(STORY, "title", "B"));
    }

    @Test
    void criteriaAreSeen() {
        touches(Set.of("story"), manager -> {
            CriteriaBuilder build = manager.getCriteriaBuilder();
            CriteriaUpdate<Story> update = build.createCriteriaUpdate(Story.class);
            update.from(Story.class);
            manager.createQuery(update.set("title", "B")).executeUpdate();
        });
        touches(Set.of("story"), manager -> {
            CriteriaDelete<Story> delete = manager.getCriteriaBuilder().createCriteriaDelete(Story.class);
            delete.from(Story.class);
            manager.createQuery(delete).executeUpdate();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "story | delete from Story s where s.title = 'none'",
                "animal | update Samples$Dog d set d.trick = 'roll'",
                "animal | delete from Samples$Cat c",
                "vehicle | update Samples$Vehicle v set v.name = 'Beetle'",
                "vehicle | update Samples$Car c set c.trick = 'float'",
                "vehicle | delete from Samples$Car c",
                "shape | update Samples$Circle c set c.trick = 'O'",
                "shape | delete from Samples$Shape s",
                "letter | update Samples$Letter l set l.signature = 'A'",
                "book | update Samples$Book b set b.colour = 'red'",
                "picture | update Museum$Picture p set p.title = 'B' where p.room.wing.name = 'East'",
                "picture | update Museum$Picture p set p.title = 'B' where exists (select w from Museum$Wing w)"
            })
    void jpqlIsSeen(String namespace, String statement) {
        inTransaction(manager -> manager.createQuery(statement).executeUpdate());

        assertThat(touched()).contains(namespace);
    }

    @Test
    void whatIsNotLiveIsNotTold() {
        inTransaction(manager -> {
            manager.createQuery("update Museum$Wing w set w.name = 'West'").executeUpdate();
            manager.createNativeQuery("update museum_wing set name = 'story' -- of story")
                    .executeUpdate();
            manager.createNativeQuery("create table if not exists other (id int)")
                    .executeUpdate();
            manager.createNativeQuery("insert into other values (1)").executeUpdate();
        });

        assertThat(recording.commits).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "story | update story set title = 'B'",
                "story | UPDATE PUBLIC.STORY SET TITLE = 'B'",
                "story | update \"STORY\" set title = 'B'",
                "story | insert into story select * from story where id = -1",
                "story | merge into story(id, title) key(id) values (1, 'B')",
                "story | /* a */ delete from story",
                "story | truncate table story",
                "picture | delete from museum_label",
                "picture | delete from \"MUSEUM_PICTURE_GUIDE\"",
                "guide | update museum_tour set guide_id = null",
                "book | update book_cover set colour = 'B'"
            })
    void nativeStatementsAreSeenByTheTablesThatTheyName(String namespace, String statement) {
        inTransaction(manager -> manager.createNativeQuery(statement).executeUpdate());

        assertThat(touched()).contains(namespace);
    }

    @Test
    void aProcedureMayHaveChangedEverything() {
        inTransaction(
                manager -> manager.createNativeQuery("call rename_stories('B')").executeUpdate());

        assertThat(touched()).contains("story", "picture", "guide");
    }

    /** Hibernate does not say which session calls it: where that has transactions of its own, it is told now, and later. */
    @Test
    void aStoredProcedureQueryMayHaveChangedEverything() {
        inTransaction(manager -> manager.createStoredProcedureQuery("rename_stories")
                .registerStoredProcedureParameter(1, String.class, ParameterMode.IN)
                .setParameter(1, "B")
                .execute());

        assertThat(recording.commits.get(0))
                .contains(Touched.all("story"), Touched.all("picture"), Touched.all("guide"));
    }

    /** Wing -> room -> picture; a room and a wing are not live. */
    @ParameterizedTest
    @ValueSource(strings = {"delete from museum_wing", "delete from museum_room", "delete from museum_painter"})
    void whatTheDatabaseDeletesAndChangesWithItIsTold(String statement) {
        touches(Set.of("picture"), manager -> manager.createNativeQuery(statement)
                .executeUpdate());
    }

    @Test
    void whatTheDatabaseDeletesWithAnEntityIsTold() {
        inTransaction(manager -> {
            manager.persist(new Wing());
            manager.persist(new Painter());
        });
        touches(Set.of("picture"), manager -> manager.remove(manager.find(Wing.class, 1L)));
        touches(Set.of("picture"), manager -> manager.remove(manager.find(Painter.class, 1L)));
        touches(Set.of("picture"), manager -> manager.createQuery("delete from Museum$Room r")
                .executeUpdate());
    }

    @Test
    void whatTheDatabaseChangesWithAKeyIsTold() {
        touches(Set.of("guide"), manager -> manager.createNativeQuery("update museum_room set id = id + 1")
                .executeUpdate());
    }

    @Test
    void orphansThatAreDeletedTogetherAreTold() {
        inTransaction(manager -> {
            Guide guide = new Guide();
            guide.tours.add(new Tour());
            manager.persist(guide);
        });
        recording.commits.clear();
        inTransaction(manager -> manager.find(Guide.class, 1L).tours.clear());

        assertThat(onlyCommit().stream()
                        .flatMap(fact -> fact.touched().stream())
                        .map(Touched::namespace))
                .contains("tour");
    }

    @Test
    void whatIsMutedIsToldAllTheSame() {
        UnitOfUpdates.enter(new UnitOfUpdates(null, null, true));
        try {
            touches(Set.of("story"), manager -> {
                manager.createQuery("update Story s set s.title = 'B'").executeUpdate();
                manager.persist(new Story(2L, "New"));
            });
        } finally {
            UnitOfUpdates.enter(null);
        }
    }

    @Test
    void readingTouchesNothing() {
        inTransaction(manager -> {
            manager.persist(new Picture());
            manager.persist(new Room());
            manager.flush();
            recording.commits.clear();
            manager.createNativeQuery("select title from story for update").getResultList();
            manager.createNativeQuery("with s as (select * from story) select id from s")
                    .getResultList();
            manager.createQuery("select s from Story s").getResultList();
        });

        assertThat(touched()).isEmpty();
    }

    private void touches(Set<String> namespaces, Consumer<EntityManager> work) {
        recording.commits.clear();
        inTransaction(work);

        assertThat(touched()).isEqualTo(namespaces);
    }

    /** The entities of which every row is to be read. */
    private Set<String> touched() {
        assertThat(recording.commits.size()).isLessThanOrEqualTo(1);
        assertThat(recording.later).isEmpty();
        return recording.commits.stream()
                .flatMap(List::stream)
                .filter(Touched.class::isInstance)
                .map(Touched.class::cast)
                .filter(touched -> touched.ids().isEmpty())
                .map(Touched::namespace)
                .collect(Collectors.toSet());
    }
}
