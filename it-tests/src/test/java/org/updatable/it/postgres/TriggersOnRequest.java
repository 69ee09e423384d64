package org.updatable.it.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.updatable.it.Newsroom;
import org.updatable.it.browser.Window;
import org.updatable.it.browser.Windows;

/** {@code Triggers}, as an application calls it. */
public abstract class TriggersOnRequest {
    @RegisterExtension
    final Windows windows = new Windows();

    private final Newsroom newsroom = new Newsroom();
    private final long id = newsroom.create("Before");

    @Test
    void otherProgramsAreFollowedFromWhenTheyAreInstalledUntilTheyAreRemoved() {
        newsroom.ask("install-triggers", Map.of());
        Window reader = windows.open().read(id);
        Postgres.does("update post set title = 'From outside' where id = " + id);
        reader.comesToShow(id, "title", "From outside");

        newsroom.ask("remove-triggers", Map.of());
        Postgres.does("update post set title = 'Unseen' where id = " + id);
        long marker = newsroom.create("Before");
        Window other = windows.open().read(marker);
        Postgres.does("update post set title = 'The marker' where id = " + marker, hint(marker));
        other.comesToShow(marker, "title", "The marker");
        assertThat(reader.shown(id, "title")).isEqualTo("From outside");

        Postgres.does(hint(id));
        reader.comesToShow(id, "title", "Unseen");
    }

    @Test
    void theyCanBeInstalledAndRemovedAgainAndAgain() {
        for (String scenario :
                new String[] {"install-triggers", "install-triggers", "remove-triggers", "remove-triggers"})
            newsroom.ask(scenario, Map.of());
        newsroom.ask("install-triggers", Map.of());
        Window reader = windows.open().read(id);
        Postgres.does("update post set title = 'From outside' where id = " + id);
        reader.comesToShow(id, "title", "From outside");
    }

    /** What triggers would say. */
    private static String hint(long id) {
        return "notify post, '{\"pk\":%d,\"event\":\"save\"}'".formatted(id);
    }
}
