package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.Newsroom;
import org.updatable.it.Server;

/** Every way to a live field in a JSP page. */
public abstract class JspPages {
    @RegisterExtension
    final Windows windows = new Windows();

    private final Newsroom newsroom = new Newsroom();
    private final long id = newsroom.create("Before");

    @Test
    void thePageOfThePostFollowsACommit() {
        Window reader = open("post.jsp?id=" + id);
        reader.hears(newsroom, id);
        newsroom.edit(id, "title", "After");
        reader.comesToShow(reader.page().locator("h1"), "After");
        assertThat(reader.received(id, "title")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forEach", "tag", "element"})
    void aFieldFollowsACommit(String place) {
        Window reader = read();
        Locator field = reader.field(id, "title", place);
        reader.comesToShow(field, "Before");
        reader.hears(newsroom, id);
        newsroom.edit(id, "title", "After");
        reader.comesToShow(field, "After");
    }

    @Test
    void theElementHasWhatThePageGivesIt() {
        Locator element = read().page().locator("#tag > *");
        assertThat(element.evaluate("e => e.outerHTML")).isEqualTo("""
                        <h1 id="title" class="headline" style="color: green" data-title="Before" aria-label="Before" \
                        data-update-group="post-%d-title">Before</h1>""".formatted(id));
    }

    @Test
    void aTitleThatLooksLikeMarkupStaysText() {
        String markup = "\"'><img src=x onerror=\"window.attacked=true\">&amp;";
        newsroom.edit(id, "title", markup);
        Window reader = read();
        for (String place : new String[] {"forEach", "tag", "element"})
            reader.comesToShow(reader.field(id, "title", place), markup);
        reader.comesToShow(reader.page().locator("#text-only"), markup);
        assertThat(reader.page().locator("#title").getAttribute("data-title")).isEqualTo(markup);
        assertThat(reader.page().locator("#title").getAttribute("aria-label")).isEqualTo(markup);
        assertThat(reader.page().locator("img").count()).isZero();
        assertThat(reader.page().evaluate("window.attacked")).isNull();
    }

    @Test
    void theScriptIsIncludedOnceAndAsFacesDoes() {
        Window reader = read();
        assertThat(reader.scripts()).hasSize(1);
        assertThat(reader.sockets()).hasSize(1);
        assertThat(reader.scripts())
                .isEqualTo(open("fixture/fields.xhtml?id=" + id).scripts());
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
        return open("fixture/fields.jsp?id=" + id);
    }

    private Window open(String page) {
        Window reader = windows.open().open(Server.address("newsroom").resolve(page));
        reader.isLive();
        return reader;
    }
}
