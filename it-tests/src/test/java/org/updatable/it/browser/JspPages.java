package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to a live field in a JSP page. */
public abstract class JspPages extends LivePages {

    protected JspPages() {
        super("fixture/fields.jsp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forEach", "tag", "element"})
    void aFieldFollowsACommit(String place) {
        followsACommit(place);
    }

    @Test
    void thePageOfThePostFollowsACommit() {
        Window reader = open("post.jsp?id=" + id);
        newsroom.edit(id, "title", "After");
        reader.comesToShow(reader.page().locator("h1"), "After");
        assertThat(reader.received(id, "title")).hasSize(1);
    }

    @Test
    void theElementHasWhatThePageGivesIt() {
        Locator element = read().page().locator("#tag > *");
        assertThat(element.evaluate("e => e.outerHTML")).asString().matches("""
                        <h1 id="title" class="headline" style="color: green" data-title="Before" aria-label="Before" \
                        data-update-group="post-%d-title" data-update-digest="\\w+">Before</h1>""".formatted(id));
    }

    @Test
    void anAttributeThatLooksLikeMarkupStaysText() {
        Locator element = readMarkup().page().locator("#title");
        assertThat(element.getAttribute("data-title")).isEqualTo(MARKUP);
        assertThat(element.getAttribute("aria-label")).isEqualTo(MARKUP);
    }
}
