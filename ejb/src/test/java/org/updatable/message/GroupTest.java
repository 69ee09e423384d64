package org.updatable.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupTest {

    @ParameterizedTest
    @CsvSource({
        "post, 1, title, '', post-1-title",
        "order_item, 42, delivery.status, '', order_item-42-delivery.status",
        "post, 1, main-div, '', post-1-main-div",
        "post, 1, status, de, post-1-status~de",
        "tag, a-b%2D~, name, pt-BR, tag-a%2Db%252D~-name~pt-BR",
        "tag, '7 a\t%20', name, '', tag-7%20a%09%2520-name",
        "post, -7, title, '', post-%2D7-title",
        "user, 123e4567-e89b-12d3-a456-426614174000, name, '', user-123e4567-e89b-12d3-a456-426614174000-name",
    })
    void aNameIsComposedAndFallsApartAgain(String namespace, String id, String path, String format, String name) {
        Group group = new Group(namespace, id, path, format);

        assertThat(group.name()).isEqualTo(name);
        assertThat(Group.parse(name)).contains(group);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "post",
                "post-",
                "post-1",
                "post-1-",
                "-1-title",
                "post--title",
                "post-%2d7-title",
                "post-1-title~"
            })
    void whatNoFieldIsCalledIsNoGroup(String name) {
        assertThat(Group.parse(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23", "mary", "John Smith", "a.b", "a-b", "~", "100%", "%20", ""})
    void aContextIsPartOfAPath(String context) {
        String path = Group.path("like", context);
        Group group = new Group("post", "1", path, "");

        assertThat(Group.context(path)).isEqualTo(context);
        assertThat(group.name()).startsWith("post-1-like.").doesNotContainAnyWhitespaces();
        assertThat(Group.parse(group.name())).contains(group);
    }

    @Test
    void anIdThatBeginsLikeAUuidIsNotTakenForOne() {
        Group group = new Group("tag", "123e4567-e89b-12d3-a456-426614174000x", "name", "");

        assertThat(Group.parse(group.name())).contains(group);
    }
}
