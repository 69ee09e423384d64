package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.WebSocketRoute;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.Newsroom;
import org.updatable.it.Server;

/** Parts of a page that are rendered again when rows come, change and go. */
public abstract class Regions {
    @RegisterExtension
    final Windows windows = new Windows();

    private final Newsroom newsroom = new Newsroom();
    private final Cable cable = new Cable();
    private final long id = newsroom.create("Before");

    @AfterEach
    void unplug() {
        cable.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"regions.xhtml", "regions.jsp"})
    void rowsComeChangeAndGo(String page) {
        Window reader = open(page);
        newsroom.edit(id, "title", "After");
        comesToShow(reader, id, "After");
        long next = newsroom.create("Next");
        comesToShow(reader, next, "Next");
        newsroom.ask("delete", Map.of("id", next));
        await().until(() -> row(reader, next).count() == 0);
        assertThat(row(reader, id).textContent()).contains("After");
        assertThat(reader.console()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"regions.xhtml", "regions.jsp"})
    void whatTheUserIsInAndWhatIsAroundItStays(String page) {
        Window reader = open(page);
        Locator note = reader.page().locator("#note-" + id);
        note.focus();
        reader.page().keyboard().type("half a w");
        reader.page().evaluate("() => { window.before = document.activeElement; }");
        long next = newsroom.create("Next");
        comesToShow(reader, next, "Next");
        assertThat(reader.page().evaluate("() => before === document.activeElement && before.isConnected"))
                .isEqualTo(true);
        reader.page().keyboard().type("ord");
        assertThat(note.inputValue()).isEqualTo("half a word");

        reader.page().locator("#note-" + next).focus(); // what was left is still the user's
        newsroom.edit(id, "title", "After");
        comesToShow(reader, id, "After");
        assertThat(note.inputValue()).isEqualTo("half a word");
        assertThat(reader.page().evaluate("() => document.activeElement.id")).isEqualTo("note-" + next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"regions.xhtml", "regions.jsp"})
    void whatHappensWhileAPageIsAwayIsRenderedWhenItIsBack(String page) {
        Window reader = open(page);
        cable.cut();
        reader.is("offline");
        newsroom.edit(id, "title", "Missed");
        cable.mend();
        comesToShow(reader, id, "Missed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"regions.xhtml", "regions.jsp"})
    void aRegionIsRenderedForItsRowAndItsFieldsOnly(String page) {
        Window reader = open(page);
        long other = newsroom.create("Other");
        comesToShow(reader, other, "Other");
        String before = renderings(reader);
        newsroom.edit(other, "title", "Another row");
        comesToShow(reader, other, "Another row");
        newsroom.edit(id, "author", "Another field");
        newsroom.edit(other, "title", "The marker");
        comesToShow(reader, other, "The marker");
        assertThat(renderings(reader)).isEqualTo(before);
        newsroom.edit(id, "title", "After");
        await().until(() -> !renderings(reader).equals(before));
    }

    /** What is rendered holds one title, and before it arrives the next one is pushed, and shown. */
    @ParameterizedTest
    @ValueSource(strings = {"regions.xhtml", "regions.jsp"})
    void whatIsRenderedTooLateIsPutRight(String page) {
        Window reader = open(page);
        String second = "Second " + id;
        String third = "Third " + id;
        Route[] asked = new Route[1];
        APIResponse[] late = new APIResponse[1];
        reader.page().route("**/" + page + "*", route -> {
            if (late[0] != null) {
                route.resume();
                return;
            }
            late[0] = route.fetch();
            asked[0] = route;
        });
        newsroom.edit(id, "title", second);
        reader.page().waitForCondition(() -> asked[0] != null);
        newsroom.edit(id, "title", third);
        reader.comesToShow(row(reader, id).locator("td").last(), third);
        assertThat(late[0].text()).contains(second).doesNotContain(third);

        asked[0].fulfill(new FulfillOptions().setResponse(late[0]));

        comesToShow(reader, id, third);
        reader.comesToShow(row(reader, id).locator("td").last(), third);
        assertThat(reader.console()).isEmpty();
    }

    /** With a random pause, which is hardly ever short each time. */
    @Test
    void whereManyWatchAPageTakesItsTime() {
        Window reader = windows.open();
        reader.page().routeWebSocket("**/updates", socket -> {
            WebSocketRoute server = socket.connectToServer();
            server.onMessage(frame ->
                    socket.send(frame.text().replace("\"type\":\"notify\"", "\"type\":\"notify\",\"spread\":2000")));
            socket.onMessage(frame -> server.send(frame.text()));
        });
        reader.open(Server.address("newsroom").resolve("fixture/regions.jsp?id=" + id));
        reader.isLive();
        long longest = 0;
        for (int i = 1; i <= 4; i++) {
            long begin = System.nanoTime();
            newsroom.edit(id, "title", "Edition " + i);
            comesToShow(reader, id, "Edition " + i);
            longest = Math.max(longest, System.nanoTime() - begin);
        }
        assertThat(Duration.ofNanos(longest)).isGreaterThan(Duration.ofMillis(400));
    }

    @Test
    void inFacesTheViewKeepsItsState() {
        Window reader = open("regions.xhtml");
        String visit = reader.page().locator("#visit").textContent();
        for (int i = 0; i < 3; i++) {
            newsroom.edit(id, "title", "Edition " + i);
            comesToShow(reader, id, "Edition " + i);
        }
        await().until(() -> renderings(reader).equals("4"));
        assertThat(reader.page().locator("#seen-visit").textContent()).isEqualTo(visit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"regions.xhtml", "regions.jsp"})
    void aHandlerMaySkipTheRendering(String page) {
        Window reader = open(page);
        reader.page()
                .evaluate("() => document.addEventListener('updatable:region', (event) => {"
                        + " (window.skipped ??= []).push(event.detail.payload.event); event.preventDefault(); })");
        newsroom.edit(id, "title", "After");
        await().until(() -> List.of("save").equals(reader.page().evaluate("() => [...new Set(window.skipped ?? [])]")));
        assertThat(row(reader, id).textContent()).contains("Before");
    }

    private Window open(String page) {
        Window reader = windows.open().open(cable.address("newsroom").resolve("fixture/" + page + "?id=" + id));
        reader.isLive();
        comesToShow(reader, id, "Before");
        return reader;
    }

    private static Locator row(Window reader, long id) {
        return reader.page().locator("#post-" + id);
    }

    private static void comesToShow(Window reader, long id, String title) {
        reader.comesToShow(row(reader, id).locator("td").first(), title);
    }

    private static String renderings(Window reader) {
        return reader.page().locator("#renderings").textContent();
    }
}
