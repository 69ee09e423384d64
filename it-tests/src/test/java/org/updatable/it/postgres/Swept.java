package org.updatable.it.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.updatable.it.Newsroom;
import org.updatable.it.Server;
import org.updatable.it.browser.Window;
import org.updatable.it.browser.Windows;

/** An application with {@code updatable.sweep} on a database that says nothing: the server's own. */
public abstract class Swept {
    @RegisterExtension
    final Windows windows = new Windows();

    private final Newsroom swept = new Newsroom("swept");
    private final long id = swept.create("Before");

    @Test
    void aPageFollowsWhatJpaKnowsNothingOf() {
        Window reader = read();
        runs("update Post set title = 'Past JPA', applause = 7 where id = " + id);
        reader.comesToShow(id, "title", "Past JPA");
        reader.comesToShow(id, "applause", 7);
        runs("update Post set title = 'Once more' where id = " + id);
        reader.comesToShow(id, "title", "Once more");
        assertThat(read().shown(id, "title")).as("rendered afterwards").isEqualTo("Once more");
        assertThat(reader.console()).isEmpty();
    }

    @Test
    void aRowThatIsGoneIsShownAsRemoved() {
        Window reader = read();
        runs("delete from Post where id = " + id);
        PlaywrightAssertions.assertThat(reader.field(id, "title")).hasAttribute("data-update-removed", "");
    }

    /** While the other one is swept twice. */
    @Test
    void withoutTheSettingAPageFollowsNothingOfThat() {
        Newsroom unswept = new Newsroom();
        unswept.ask("remove-triggers", Map.of());
        long other = unswept.create("Before");
        Window unsweptReader = windows.open().read(other);
        Window reader = read();
        Postgres.does("update post set title = 'Past JPA' where id = " + other);
        for (String title : List.of("Past JPA", "Once more")) {
            runs("update Post set title = '%s' where id = %d".formatted(title, id));
            reader.comesToShow(id, "title", title);
        }
        assertThat(unsweptReader.shown(other, "title")).isEqualTo("Before");
    }

    private Window read() {
        Window reader = windows.open().open(Server.address("swept").resolve("post.xhtml?id=" + id));
        reader.isLive();
        return reader;
    }

    private void runs(String sql) {
        swept.ask("run-past-jpa", Map.of("sql", sql));
    }
}
