package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.Server;

/** What the author of a page is told while it is developed. */
public abstract class MistakesInDevelopment {
    @RegisterExtension
    final Windows windows = new Windows();

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void aFieldThatDoesNotExistIsAnErrorThatSaysWhatDoes(String technology) {
        assertThat(text(open(technology, "field=never")))
                .contains("org.updatable.newsroom.Post has no live field \"never\". "
                        + "Live are: appears, applause, author, status, summary, title, likedBy. "
                        + "Name one of them, or use an ordinary tag.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void anExcludedFieldIsNotLive(String technology) {
        assertThat(text(open(technology, "field=notes"))).contains("has no live field \"notes\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void anEntityThatIsNotLiveIsAnErrorThatSaysHowItBecomesLive(String technology) {
        assertThat(text(open(technology, "field=title&other=text")))
                .contains("is not live, so \"other\" is not. Write @Updatable on the entity, or use an ordinary tag.");
    }

    @Test
    void aBodyWithoutAnElementIsAnErrorThatSaysWhatToPutThere() {
        assertThat(text(open("xhtml", "field=title&bare=1")))
                .contains("<upd:live field=\"title\"> found no element in its body. Put one into it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void whoAsksIsToldOfEveryElementWhyItIsLiveOrNot(String technology) {
        Window author = open(technology, "field=never&upd-debug");
        assertThat(explanation(author, "#field"))
                .startsWith("Not live: org.updatable.newsroom.Post has no live field \"never\".");
        assertThat(explanation(author, "#right")).isEqualTo("Live: post-1-title");
        assertThat(author.page().locator("#right").getAttribute("title")).isEqualTo("Live: post-1-title");
        author.page()
                .waitForFunction("getComputedStyle(document.querySelector('#right'), '::after').display === 'block'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void whoDoesNotAskIsNotTold(String technology) {
        Window author = open(technology, "field=title");
        assertThat(author.page().locator("#right").textContent()).isNotEmpty();
        assertThat(author.page()
                        .locator("[data-update-debug], link[href*=update-debug]")
                        .count())
                .isZero();
    }

    /** Its request has included the script already, in the page that failed. */
    @Test
    void anErrorPageHasTheScript() {
        Window author =
                windows.open().open(Server.address("evening").resolve("fixture/fields.jsp?id=1&element=script"));
        assertThat(text(author)).contains("element=\"script\" does not show text.");
        assertThat(author.scripts()).hasSize(1);
    }

    private Window open(String technology, String query) {
        return windows.open()
                .open(Server.address("evening").resolve("fixture/mistakes." + technology + "?id=1&" + query));
    }

    private static String text(Window author) {
        return author.page().locator("body").textContent();
    }

    private static String explanation(Window author, String element) {
        return author.page().locator(element).getAttribute("data-update-debug");
    }
}
