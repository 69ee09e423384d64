package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.updatable.it.Newsroom;
import org.updatable.it.Server;

/** Two people, two windows. */
public abstract class Editing {
    private static final String MARKUP = "<img src=x onerror=\"window.attacked=true\">&amp;";

    @RegisterExtension
    final Windows windows = new Windows();

    private final Newsroom newsroom = new Newsroom();
    private final long id = newsroom.create("A new bridge");

    @Test
    void whatOneSavesTheOtherSeesWithoutAReload() {
        Window reader = windows.open().browse();
        reader.page().evaluate("window.neverReloaded = true");
        Window editor = windows.open().edit(id);
        editor.save("An old bridge");
        reader.comesToShow(id, "title", "An old bridge");
        assertThat(Set.copyOf(reader.received(id, "title"))).hasSize(1);
        assertThat(reader.page().evaluate("window.neverReloaded")).isEqualTo(true);
    }

    @Test
    void aFormInJspSaysThatItsRowWasChangedMeanwhile() {
        Window editor = windows.open().open(Server.address("newsroom").resolve("fixture/conflict.jsp?id=" + id));
        editor.isLive();
        Locator conflict = editor.page().locator("#conflict");
        Locator title = editor.page().getByLabel("Title");
        newsroom.edit(id, "title", "A wooden bridge");
        await().pollInSameThread().until(() -> title.inputValue().equals("A wooden bridge"));
        assertThat(conflict.isVisible()).isFalse();
        title.fill("My bridge");
        newsroom.edit(id, "title", "An iron bridge");
        editor.page().waitForSelector("#conflict[data-update-conflict=changed]");
        assertThat(conflict.innerText().replaceAll("\\s+", " "))
                .isEqualTo("Changed meanwhile. Title: An iron bridge Theirs Mine");
        editor.page().getByText("Mine").click();
        String newest = conflict.locator("input").getAttribute("data-update-version");
        editor.page().getByText("Save").click();
        editor.comesToShow(editor.page().locator("#sent"), newest + " My bridge");
    }

    @Test
    void aFormWithAFieldThatIsNotLiveDoesNotFollowByItself() {
        Window editor =
                windows.open().open(Server.address("newsroom").resolve("fixture/conflict.jsp?plain=yes&id=" + id));
        editor.isLive();
        String seen = editor.page().locator("#conflict input").inputValue();
        newsroom.edit(id, "title", "A wooden bridge");
        editor.page().waitForSelector("#conflict[data-update-conflict=changed]");
        assertThat(editor.page().locator("#conflict input").inputValue()).isEqualTo(seen);
    }

    @Test
    void theTabThatSavedIsKnown() {
        Window editor = windows.open().edit(id);
        Object tab = editor.page().evaluate("UpdateListener.tab");
        editor.save("An old bridge");
        List<JsonObject> events = await().until(() -> newsroom.events(id), told -> told.size() == 2);
        assertThat((String) tab).isNotBlank();
        assertThat(events.get(1).getString("tab")).isEqualTo(tab);
        assertThat(editor.page().evaluate("UpdateListener.tab"))
                .as("on the next page")
                .isEqualTo(tab);
    }

    @Test
    void twoWindowsAreTwoTabs() {
        Object one = windows.open().edit(id).page().evaluate("UpdateListener.tab");
        Object other = windows.open().edit(id).page().evaluate("UpdateListener.tab");
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void aTitleThatLooksLikeMarkupStaysTextInAnUpdate() {
        Window reader = windows.open().read(id);
        newsroom.edit(id, "title", MARKUP);
        reader.comesToShow(id, "title", MARKUP);
        assertNotAttacked(reader);
    }

    @Test
    void aTitleThatLooksLikeMarkupStaysTextInThePage() {
        newsroom.edit(id, "title", MARKUP);
        Window reader = windows.open().read(id);
        reader.comesToShow(id, "title", MARKUP);
        assertNotAttacked(reader);
    }

    @Test
    void whatJustChangedIsHighlightedForAMoment() {
        Window reader = windows.open().read(id);
        reader.rememberHighlights();
        newsroom.edit(id, "title", "An old bridge");
        reader.comesToShow(id, "title", "An old bridge");
        assertThat(reader.highlights()).containsExactly("post-" + id + "-title fresh");
        reader.page().waitForFunction("document.querySelectorAll('[data-updated]').length === 0");
    }

    @Test
    void nothingMovesForWhoAskedForLessMotion() {
        Window reader = windows.openWithReducedMotion().read(id);
        reader.rememberHighlights();
        newsroom.edit(id, "title", "An old bridge");
        reader.comesToShow(id, "title", "An old bridge");
        assertThat(reader.highlights()).containsExactly("post-" + id + "-title none");
    }

    @Test
    void anElementThatAppearsLaterIsLive() {
        Window reader = windows.open().open(Server.address("newsroom").resolve("edit.xhtml?id=" + id));
        reader.isLive();
        reader.append(id, "title");
        newsroom.edit(id, "title", "An old bridge");
        reader.comesToShow(reader.page().locator("#appended-title"), "An old bridge");
    }

    /** A shadow tree, which nothing observes from outside: there only {@code init} can know. */
    @Test
    void anElementThatIsNamedToInitIsLive() {
        Window reader = windows.open().read(id);
        reader.page().evaluate("""
                group => {
                  const host = document.body.appendChild(document.createElement("div"));
                  const inside = host.attachShadow({ mode: "open" }).appendChild(document.createElement("p"));
                  inside.id = "inside";
                  inside.dataset.updateGroup = group;
                  UpdateListener.init(inside);
                }""", "post-" + id + "-title");
        newsroom.edit(id, "title", "An old bridge");
        reader.comesToShow(reader.page().locator("#inside"), "An old bridge");
    }

    @Test
    void whatTheUserIsWritingIsNotOverwritten() {
        Window editor = windows.open().edit(id);
        editor.page().getByLabel("Title").fill("A bridge, half writt");
        newsroom.edit(id, "title", "An old bridge");
        editor.comesToShow(id, "title", "An old bridge");
        assertThat(editor.page().getByLabel("Title").inputValue()).isEqualTo("A bridge, half writt");
    }

    private static void assertNotAttacked(Window reader) {
        Page page = reader.page();
        assertThat(page.locator("main img").count()).isZero();
        assertThat(page.evaluate("window.attacked")).isNull();
    }
}
