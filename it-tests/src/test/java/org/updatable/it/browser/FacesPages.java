package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.Newsroom;
import org.updatable.it.Server;

/** Every way to a live field in a Faces page. */
public abstract class FacesPages {
    @RegisterExtension
    final Windows windows = new Windows();

    private final Newsroom newsroom = new Newsroom();
    private final long id = newsroom.create("Before");

    @ParameterizedTest
    @ValueSource(strings = {"repeat", "repeated-element", "table", "composite", "component", "element", "ajax"})
    void aFieldFollowsACommit(String place) {
        Window reader = read();
        Locator field = reader.field(id, "title", place);
        reader.comesToShow(field, "Before");
        reader.hears(newsroom, id);
        newsroom.edit(id, "title", "After");
        reader.comesToShow(field, "After");
    }

    @Test
    void whatAjaxRendersAgainIsLiveAgain() {
        Window reader = read();
        reader.hears(newsroom, id);
        Locator field = reader.field(id, "title", "ajax");
        field.evaluate("element => element.rendered = 'once'");
        reader.page()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Render again"))
                .click();
        reader.page().waitForFunction("document.querySelector('#ajax h1').rendered === undefined");
        newsroom.edit(id, "title", "After");
        reader.comesToShow(field, "After");
    }

    @Test
    void onlyTheFirstElementOfABodyIsLive() {
        Window reader = read();
        assertThat(reader.page().locator("#element [data-update-group]").all())
                .singleElement()
                .extracting(first -> first.getAttribute("id"))
                .isEqualTo("first");
    }

    @Test
    void anAttributeThatLooksLikeMarkupStaysText() {
        String markup = "\"><img src=x onerror=\"window.attacked=true\">";
        newsroom.edit(id, "title", markup);
        Window reader = read();
        assertThat(reader.page().locator("#first").getAttribute("title")).isEqualTo(markup);
        reader.comesToShow(reader.field(id, "title", "element"), markup);
        assertThat(reader.page().evaluate("window.attacked")).isNull();
    }

    @Test
    void theScriptIsIncludedOnce() {
        Window reader = read();
        assertThat(reader.scripts()).hasSize(1);
        assertThat(reader.sockets()).hasSize(1);
    }

    @Test
    void whatHasNoRowIsShownAndIsNotLive() {
        Window reader = read();
        reader.comesToShow(reader.page().locator("#nobody p"), "");
        reader.comesToShow(reader.page().locator("#text-only"), "Before");
        assertThat(reader.page()
                        .locator("#nobody [data-update-group], #text-only *")
                        .count())
                .isZero();
    }

    private Window read() {
        Window reader = windows.open().open(Server.address("newsroom").resolve("fixture/fields.xhtml?id=" + id));
        reader.isLive();
        return reader;
    }
}
