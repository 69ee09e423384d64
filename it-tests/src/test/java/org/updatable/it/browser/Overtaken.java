package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.Newsroom;
import org.updatable.it.Server;

/** What is rendered is not always what is there, and not always the newest: in the end the page shows what is. */
public abstract class Overtaken {
    @RegisterExtension
    final Windows windows = new Windows();

    private final Newsroom newsroom = new Newsroom();
    private final long id = newsroom.create("Before");

    @ParameterizedTest
    @ValueSource(strings = {"jsp", "xhtml"})
    void whatWasRenderedInATransactionThatIsRolledBackIsCorrected(String technology) {
        Window reader = open("fixture/unsaved." + technology + "?what=rolledBack&id=" + id);
        assertThat(reader.received(id, "title")).hasSize(1);
        reader.comesToShow(id, "title", "Before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsp", "xhtml"})
    void whatCouldNotBeSavedSinceSomebodyElseWasFasterIsCorrected(String technology) {
        Window reader = open("fixture/unsaved." + technology + "?what=overtaken&id=" + id);
        assertThat(reader.received(id, "title")).hasSize(1);
        reader.comesToShow(id, "title", "Faster");
    }

    /** The response was rendered before the commit, and arrives after it was pushed. */
    @Test
    void aLatePartialResponseIsCorrected() {
        Window reader = open("fixture/fields.xhtml?id=" + id);
        Route[] asked = new Route[1];
        APIResponse[] late = new APIResponse[1];
        reader.page().route("**/fields.xhtml*", route -> {
            late[0] = route.fetch();
            asked[0] = route;
        });
        reader.page().evaluate("document.querySelector('#ajax h1').isOld = true");
        reader.page().getByText("Render again").click();
        reader.page().waitForCondition(() -> late[0] != null);
        newsroom.edit(id, "title", "After");
        reader.comesToShow(reader.page().locator("#ajax h1"), "After");

        asked[0].fulfill(new FulfillOptions().setResponse(late[0]));

        reader.page().waitForFunction("!document.querySelector('#ajax h1').isOld");
        reader.comesToShow(reader.page().locator("#ajax h1"), "After");
    }

    private Window open(String page) {
        Window window = windows.open().open(Server.address("newsroom").resolve(page));
        window.isLive();
        return window;
    }
}
