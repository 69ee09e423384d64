package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.Newsroom;
import org.updatable.it.Server;

/** Statements that change rows without their entities are followed, too, and what is rendered after them is right. */
public abstract class Statements {
    @RegisterExtension
    final Windows windows = new Windows();

    private final Newsroom newsroom = new Newsroom();
    private final long id = newsroom.create("Before");

    @ParameterizedTest
    @ValueSource(strings = {"jpql", "criteria", "native", "procedure", "unseen"})
    void whatAStatementChangesIsShown(String kind) {
        long other = newsroom.create("Other");
        Window reader = windows.open().browse();

        newsroom.ask("statement", Map.of("kind", kind, "id", id, "title", "After"));

        reader.comesToShow(id, "title", "After");
        assertThat(Set.copyOf(reader.received(id, "title"))).hasSize(1);
        assertThat(reader.received(other, "title")).isEmpty();
        Window later = windows.open().open(Server.address("newsroom").resolve("post.xhtml?id=" + id));
        later.isLive();
        assertThat(later.received(id, "title")).isEmpty();
        assertThat(later.shown(id, "title")).isEqualTo("After");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpql", "criteria", "native"})
    void whatIsRolledBackIsNot(String kind) {
        Window reader = windows.open().read(id);

        newsroom.ask("statement-rolled-back", Map.of("kind", kind, "id", id, "title", "Never"));

        newsroom.edit(id, "author", "The marker");
        reader.comesToShow(id, "author", "The marker");
        assertThat(reader.received(id, "title")).isEmpty();
        assertThat(reader.shown(id, "title")).isEqualTo("Before");
    }

    @Test
    void aRowThatAStatementDeletesIsGone() {
        Window reader = windows.open().read(id);

        newsroom.ask("statement", Map.of("kind", "delete", "id", id));

        PlaywrightAssertions.assertThat(reader.field(id, "title")).hasAttribute("data-update-removed", "");
    }
}
