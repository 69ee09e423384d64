package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.Server;

/** What somebody tries first: two windows of the example, side by side. Only what the WAR itself offers is used. */
public abstract class FirstSight {
    private static final long ID = 1;

    @RegisterExtension
    final Windows windows = new Windows();

    @Test
    void whatIsSavedInOneWindowIsShownInTheOther() {
        URI newsroom = Server.address("newsroom");
        Window reader = windows.open().open(newsroom);
        reader.isLive();
        Window editor = windows.open();
        editor.applaudUntilSeen(newsroom, ID, reader);
        reader.page().evaluate("window.neverReloaded = true");

        editor.open(newsroom.resolve("edit.xhtml?id=" + ID)).save("Seen at first sight");

        reader.comesToShow(ID, "title", "Seen at first sight");
        assertThat(reader.received(ID, "title")).containsOnly(Json.createValue("Seen at first sight"));
        assertThat(reader.page().evaluate("window.neverReloaded")).isEqualTo(true);
    }

    @Test
    void thePagesOfTheExampleSayNothingToTheConsole() {
        URI newsroom = Server.address("newsroom");
        for (String page : new String[] {"", "post.xhtml?id=1", "post.jsp?id=1", "edit.xhtml?id=1"}) {
            Window reader = windows.open().open(newsroom.resolve(page));
            reader.isLive();
            assertThat(reader.console()).as(page).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"post.xhtml", "post.jsp"})
    void aPostThatDoesNotExistIsNotFound(String page) {
        for (String query : new String[] {"", "?id=", "?id=4711", "?id=-1", "?id=one", "?id=99999999999999999999"}) {
            Page browser = windows.open().page();
            assertThat(browser.navigate(Server.address("newsroom")
                                    .resolve(page + query)
                                    .toString())
                            .status())
                    .as(query)
                    .isEqualTo(404);
            assertThat(browser.locator("h1").textContent()).isEqualTo("This page is not in the paper");
        }
    }

    /** They have the same rows, and so the same groups. */
    @Test
    void twoApplicationsOnOneServerNeverMix() {
        URI morning = Server.address("newsroom");
        URI evening = Server.address("evening");
        Window morningReader = windows.open().open(morning);
        Window eveningReader = windows.open().open(evening);
        morningReader.isLive();
        eveningReader.isLive();
        assertThat(morningReader.sockets())
                .containsExactly(Server.updates("newsroom").toString());
        assertThat(eveningReader.sockets())
                .containsExactly(Server.updates("evening").toString());
        Window editor = windows.open();
        editor.applaudUntilSeen(morning, ID, morningReader);
        editor.applaudUntilSeen(evening, ID, eveningReader);

        editor.open(evening.resolve("edit.xhtml?id=" + ID)).save("Only in the evening");
        eveningReader.comesToShow(ID, "title", "Only in the evening");
        editor.open(morning.resolve("edit.xhtml?id=" + ID)).save("Only in the morning");
        morningReader.comesToShow(ID, "title", "Only in the morning");

        assertThat(morningReader.received(ID, "title")).containsOnly(Json.createValue("Only in the morning"));
        assertThat(eveningReader.received(ID, "title")).containsOnly(Json.createValue("Only in the evening"));
        Locator shown = eveningReader.field(ID, "title");
        eveningReader.comesToShow(shown, "Only in the evening");
    }
}
