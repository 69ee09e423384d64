package org.updatable.model;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updatable.change.Row;

class LiveModelTest {
    private static final EntityManagerFactory UNIT = Persistence.createEntityManagerFactory("stories");
    private final LiveModel model = LiveModels.of(UNIT);
    private final LiveEntity story = model.named("story").orElseThrow();

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void allBasicPropertiesAreLiveButIdVersionAndTheExcluded() {
        assertThat(story.properties().keySet()).containsExactly("price", "printed", "readers", "status", "title");
    }

    @Test
    void anEntityIsFoundByItsClassAndByTheClassesBelow() {
        class Proxy extends Story {
            Proxy() {
                super(1L, "A");
            }
        }

        assertThat(model.of(Proxy.class)).contains(story);
        assertThat(model.of(String.class)).isEmpty();
    }

    @Test
    void aRowHasItsIdAsText() {
        assertThat(story.rowOf(new Story(7L, "A"))).contains(new Row("story", "7"));
        assertThat(story.rowOf(new Story(null, "A"))).isEmpty();
        assertThat(story.id().values("7")).contains(List.of(7L));
        assertThat(story.id().values("seven")).isEmpty();
    }

    @Test
    void aPropertyIsReadFromAnEntity() {
        assertThat(story.properties().get("title")).isNotNull().satisfies(title -> assertThat(
                        title.valueOf(new Story(7L, "A")))
                .isEqualTo("A"));
    }

    @ParameterizedTest
    @CsvSource({"Post, post", "OrderItem, order_item", "URLAlias, url_alias", "Iso8601Date, iso8601_date", "A, a"})
    void aNamespaceIsTheClassNameInSnakeCase(String simpleName, String namespace) {
        assertThat(LiveEntity.snakeCase(simpleName)).isEqualTo(namespace);
    }
}
