package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to a live field in a Faces page. */
public abstract class FacesPages extends LivePages {

    protected FacesPages() {
        super("fixture/fields.xhtml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"repeat", "repeated-element", "table", "composite", "component", "element", "ajax"})
    void aFieldFollowsACommit(String place) {
        followsACommit(place);
    }

    @Test
    void whatAjaxRendersAgainIsLiveAgain() {
        Window reader = read();
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
        Locator element = readMarkup().page().locator("#first");
        assertThat(element.getAttribute("title")).isEqualTo(MARKUP);
    }
}
