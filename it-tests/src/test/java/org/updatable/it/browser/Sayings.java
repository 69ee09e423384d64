package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.updatable.it.Newsroom;
import org.updatable.it.Server;

/** What an entity says beside texts: classes, attributes, and what is another thing for each reader. */
public abstract class Sayings {
    private static final Pattern WARM = Pattern.compile(".*\\bwarm\\b.*");
    private static final Pattern LIKED = Pattern.compile(".*\\bliked\\b.*");

    @RegisterExtension
    final Windows windows = new Windows();

    private final Newsroom newsroom = new Newsroom();
    private final long id = newsroom.create("Before");

    @Test
    void aClassAndAnAttributeFollowACommitInFacesAndInJsp() {
        List<Window> readers = List.of(open(windows.open(), "post.xhtml"), open(windows.open(), "post.jsp"));
        for (Window reader : readers) {
            that(reader, "article").not().hasClass(WARM);
            that(reader, "meter").hasAttribute("value", "0");
        }

        newsroom.edit(id, "applause", 12);

        for (Window reader : readers) {
            that(reader, "article").hasClass(WARM);
            that(reader, "meter").hasAttribute("value", "12");
            reader.comesToShow(id, "applause", 12);
        }

        newsroom.edit(id, "applause", 3);

        for (Window reader : readers) {
            that(reader, "article").not().hasClass(WARM);
            that(reader, "article").hasClass(Pattern.compile("post single ?"));
            that(reader, "meter").hasAttribute("value", "3");
        }
    }

    @Test
    void whatAReaderLikesHerOtherWindowsShowAndNobodyElses() {
        Window mine = open(windows.open(), "post.xhtml");
        Page myOther = mine.page().context().newPage();
        myOther.navigate(address("post.jsp"));
        Window yours = open(windows.open(), "post.xhtml");
        for (Page page : List.of(mine.page(), myOther, yours.page()))
            that(page, ".like").not().hasClass(LIKED);
        PlaywrightAssertions.assertThat(myOther.locator("html")).hasAttribute("data-update-state", "live");

        like(mine.page());

        that(mine.page(), ".like").hasClass(LIKED);
        that(myOther, ".like").hasClass(LIKED);
        newsroom.edit(id, "title", "After");
        yours.comesToShow(id, "title", "After");
        that(yours.page(), ".like").not().hasClass(LIKED);
        assertThat(yours.frames()).noneMatch(frame -> frame.contains("\"liked\",\"value\":true"));

        like(mine.page());

        that(myOther, ".like").not().hasClass(LIKED);
    }

    private static void like(Page page) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Like")).click();
    }

    private Window open(Window window, String page) {
        window.open(Server.address("newsroom").resolve(page + "?id=" + id));
        window.isLive();
        return window;
    }

    private String address(String page) {
        return Server.address("newsroom").resolve(page + "?id=" + id).toString();
    }

    private static LocatorAssertions that(Window window, String selector) {
        return that(window.page(), selector);
    }

    private static LocatorAssertions that(Page page, String selector) {
        Locator element = page.locator(selector);
        return PlaywrightAssertions.assertThat(element);
    }
}
