package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.updatable.it.Newsroom;
import org.updatable.it.Server;

/** What a page with every way to a live field promises, in Faces and in JSP alike. */
abstract class LivePages {
    static final String MARKUP = "\"'><img src=x onerror=\"window.attacked=true\">&amp;";

    @RegisterExtension
    final Windows windows = new Windows();

    final Newsroom newsroom = new Newsroom();
    final long id = newsroom.create("Before");

    private final String address;

    LivePages(String page) {
        address = page + "?id=" + id;
    }

    @Test
    void theScriptIsIncludedOnceAndAsOnTheFrontPage() {
        Window reader = read();
        assertThat(reader.scripts()).hasSize(1);
        assertThat(reader.sockets()).hasSize(1);
        assertThat(reader.scripts()).isEqualTo(open("").scripts());
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

    @Test
    void anEnumIsShownInTheReadersLanguage() {
        Window english = read();
        Window german = open(address + "&language=de");
        for (Locator label : english.page().locator("#labels > *").all()) english.comesToShow(label, "Draft");
        for (Locator label : german.page().locator("#labels > *").all()) german.comesToShow(label, "Entwurf");
        newsroom.edit(id, "status", "PUBLISHED");
        for (Locator label : english.page().locator("#labels > *").all()) english.comesToShow(label, "Published");
        for (Locator label : german.page().locator("#labels > *").all()) german.comesToShow(label, "Veröffentlicht");
    }

    /** Waits until the title follows a commit in the part of the page that has this id. */
    final void followsACommit(String place) {
        Window reader = read();
        Locator field = reader.field(id, "title", place);
        reader.comesToShow(field, "Before");
        newsroom.edit(id, "title", "After");
        reader.comesToShow(field, "After");
    }

    /** Opens the page with a title that looks like markup: whatever shows it shows it as text. */
    final Window readMarkup() {
        newsroom.edit(id, "title", MARKUP);
        Window reader = read();
        assertThat(reader.field(id, "title").all()).isNotEmpty().allSatisfy(field -> reader.comesToShow(field, MARKUP));
        reader.comesToShow(reader.page().locator("#text-only"), MARKUP);
        assertThat(reader.page().locator("img").count()).isZero();
        assertThat(reader.page().evaluate("window.attacked")).isNull();
        return reader;
    }

    final Window read() {
        return open(address);
    }

    final Window open(String page) {
        Window reader = windows.open().open(Server.address("newsroom").resolve(page));
        reader.isLive();
        return reader;
    }
}
