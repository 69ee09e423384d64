package org.updatable.present;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.updatable.change.Changed;
import org.updatable.change.Row;
import org.updatable.model.LiveModels;
import org.updatable.model.Story;

@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class PresentTest {
    private final EntityManagerFactory unit = Persistence.createEntityManagerFactory("stories");
    private final Present present = new Present();

    PresentTest() {
        present.model = LiveModels.of(unit);
        EntityManager manager = unit.createEntityManager();
        manager.getTransaction().begin();
        LongStream.rangeClosed(1, 1200).forEach(id -> manager.persist(new Story(id, "Story " + id)));
        manager.getTransaction().commit();
        manager.close();
    }

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void eachLivePropertyOfEachRowIsRead() {
        List<Changed> values = present.read("story", List.of("1", "2"));

        assertThat(values)
                .hasSize(10)
                .contains(
                        new Changed(new Row("story", "1"), "title", "Story 1"),
                        new Changed(new Row("story", "2"), "readers", 0),
                        new Changed(new Row("story", "2"), "price", null));
    }

    @Test
    void theDatabaseIsReadAndNoCache() {
        EntityManager manager = unit.createEntityManager();
        manager.getTransaction().begin();
        manager.createNativeQuery("update STORY set TITLE = 'by another program' where ID = 1")
                .executeUpdate();
        manager.getTransaction().commit();
        manager.close();

        assertThat(present.read("story", List.of("1")))
                .contains(new Changed(new Row("story", "1"), "title", "by another program"));
    }

    @Test
    void moreRowsThanAQueryTakesAreReadInSeveral() {
        List<String> ids = new ArrayList<>();
        LongStream.rangeClosed(1, 1200).forEach(id -> ids.add(Long.toString(id)));

        assertThat(present.read("story", ids)).hasSize(1200 * 5);
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        assertThat(present.read("story", List.of("9999", "not-an-id"))).isEmpty();
        assertThat(present.read("nothing", List.of("1"))).isEmpty();
    }
}
