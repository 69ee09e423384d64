package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.Newsroom;
import org.updatable.it.Server;

/** What everybody sees of a page whose author made a mistake: everything else. */
public abstract class MistakesInProduction {
    @RegisterExtension
    final Windows windows = new Windows();

    private final Newsroom newsroom = new Newsroom();
    private final long id = newsroom.create("Before");

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void aFieldThatDoesNotExistIsEmpty(String technology) {
        Window reader = open(technology, "field=never");
        assertPlain(reader, "#field", "");
        assertThat(reader.shown(id, "title")).isEqualTo("Before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void anExcludedFieldIsShownAsItsAuthorWished(String technology) {
        newsroom.edit(id, "notes", "<b>For editors</b>");
        assertPlain(open(technology, "field=notes"), "#field", "<b>For editors</b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void whatIsNoLiveEntityIsShownPlainly(String technology) {
        assertPlain(open(technology, "field=title&other=text"), "#other", "text");
    }

    @Test
    void aBodyWithoutAnElementIsShown() {
        assertThat(open("xhtml", "field=title&bare=1").page().locator("body").textContent())
                .contains("no element");
    }

    @Test
    void aMistakeIsLoggedOnce() {
        String once = Long.toHexString(System.nanoTime());
        String field = "never" + once;
        for (String technology : new String[] {"xhtml", "jsp", "xhtml", "jsp"}) open(technology, "field=" + field);
        open("jsp", "field=marker" + once);
        await().until(() -> logged("marker" + once) > 0);
        assertThat(logged(field)).isEqualTo(1);
        assertThat(Server.log())
                .contains("org.updatable.newsroom.Post has no live field \"" + field
                        + "\". Live are: appears, applause, author, status, summary, title, likedBy. "
                        + "Name one of them, or use an ordinary tag.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void nobodyIsToldWhy(String technology) {
        Window reader = open(technology, "field=never&upd-debug");
        assertThat(reader.page().locator("[data-update-debug]").count()).isZero();
    }

    private Window open(String technology, String query) {
        return windows.open()
                .open(Server.address("newsroom").resolve("fixture/mistakes." + technology + "?id=" + id + "&" + query));
    }

    private static int logged(String field) {
        return Server.log().split("has no live field \"" + field + "\"", -1).length - 1;
    }

    private static void assertPlain(Window reader, String element, String text) {
        assertThat(reader.page().locator(element).textContent()).isEqualTo(text);
        assertThat(reader.page().locator(element).getAttribute("data-update-group"))
                .isNull();
    }
}
