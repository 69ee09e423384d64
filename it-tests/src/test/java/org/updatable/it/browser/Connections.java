package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.Newsroom;
import org.updatable.it.Server;

/** Networks and pages that come and go. */
public abstract class Connections {
    @RegisterExtension
    final Windows windows = new Windows();

    private final Newsroom newsroom = new Newsroom();
    private final long id = newsroom.create("Before");
    private final Cable cable = new Cable();

    @AfterEach
    void unplug() {
        cable.close();
    }

    @Test
    void aPageThatLostItsServerSaysSoAndComesBack() {
        Window reader = read();
        reader.isLive();

        cable.cut();
        reader.is("offline");
        assertThat(reader.page().getByText("Reconnecting").isVisible()).isTrue();

        cable.mend();
        reader.isLive();
        newsroom.edit(id, "title", "After");
        reader.comesToShow(id, "title", "After");
        assertThat(reader.received(id, "title"))
                .as("one connection, one update")
                .hasSize(1);
    }

    @Test
    void aPageThatIsRefusedAtFirstComesToBeLive() {
        cable.refuseWebSockets();
        Window reader = read();
        reader.is("offline");

        cable.mend();
        reader.isLive();
        newsroom.edit(id, "title", "After");
        reader.comesToShow(id, "title", "After");
    }

    @Test
    void aPageSurvivesManyLosses() {
        Window reader = read();
        for (int loss = 0; loss < 3; loss++) {
            reader.isLive();
            cable.cut();
            reader.is("offline");
            cable.mend();
        }
        reader.isLive();
        newsroom.edit(id, "title", "After");
        reader.comesToShow(id, "title", "After");
    }

    @Test
    void aPageThatIsComeBackToFollowsAndAnnouncesAgain() {
        long advert = newsroom.advertise(Map.of("title", "Before"));
        Window reader = windows.openWithBackForwardCache();
        reader.open(Server.address("newsroom").resolve("fixture/advert.xhtml?id=" + id + "&advert=" + advert));
        announces(reader, advert, "First");
        reader.page().evaluate("window.neverReloaded = true");
        reader.open(Server.address("newsroom"));
        reader.isLive();

        reader.page().evaluate("() => void setTimeout(() => history.back())");
        reader.page().waitForFunction("window.neverReloaded");

        announces(reader, advert, "Again");
    }

    /** Live is a page that shows what is there: nothing has to be committed once more. */
    @ParameterizedTest
    @ValueSource(strings = {"post.xhtml", "post.jsp"})
    void whatChangesBeforeAPageIsConnectedItComesToShow(String page) {
        cable.refuseWebSockets();
        Window reader = windows.open().open(cable.address("newsroom").resolve(page + "?id=" + id));
        reader.is("offline");
        newsroom.edit(id, "title", "Meanwhile");
        assertThat(reader.shown(id, "title")).isEqualTo("Before");

        cable.mend();

        reader.isLive();
        assertThat(reader.shown(id, "title")).isEqualTo("Meanwhile");
        assertThat(reader.received(id, "author")).as("what has not changed").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixture/advert.xhtml", "fixture/advert.jsp"})
    void classesAttributesAndWhatIsComputedCatchUpToo(String page) {
        long advert = newsroom.advertise(Map.of("title", "Before", "link", "/before"));
        cable.refuseWebSockets();
        Window reader =
                windows.open().open(cable.address("newsroom").resolve(page + "?id=" + id + "&advert=" + advert));
        reader.is("offline");
        newsroom.editAdvert(advert, Map.of("title", "After", "link", "/after", "sold", true, "price", 5));

        cable.mend();

        reader.isLive();
        reader.comesToShow(reader.page().locator("#given"), "After");
        reader.comesToShow(reader.page().locator("#tag"), "5 crowns");
        that(reader, "#link").hasAttribute("href", "/after");
        that(reader, "#tag").hasAttribute("data-price", "5");
        that(reader, "#tag").hasClass("price cheap");
        that(reader, "#own-card").hasClass("advert sold cheap");
    }

    @Test
    void whatIsAnotherOneForEachUserCatchesUpToo() {
        Window reader = windows.open().read(id);
        Page other = reader.page().context().newPage();
        cable.refuseWebSockets();
        other.navigate(cable.address("newsroom").resolve("post.jsp?id=" + id).toString());
        reader.page()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Like"))
                .click();
        reader.isLive();

        cable.mend();

        PlaywrightAssertions.assertThat(other.locator(".like")).hasClass(Pattern.compile(".*\\bliked\\b.*"));
    }

    @Test
    void whatChangesWhileTheNetworkIsCutThePageComesToShow() {
        Window reader = read();
        reader.isLive();
        newsroom.edit(id, "title", "First");
        reader.comesToShow(id, "title", "First");
        cable.cut();
        reader.is("offline");
        newsroom.edit(id, "title", "Meanwhile");
        newsroom.edit(id, "applause", 77);

        cable.mend();

        reader.isLive();
        assertThat(reader.shown(id, "title")).isEqualTo("Meanwhile");
        assertThat(reader.field(id, "applause").first().textContent()).isEqualTo("77");
    }

    /** Nothing tells the browser that its network is gone: it asks, and hears nothing. */
    @Test
    void aNetworkThatIsSilentIsNoticed() {
        Window reader = windows.open();
        reader.page().clock().install();
        reader.open(cable.address("newsroom").resolve("post.xhtml?id=" + id));
        reader.isLive();
        int connections = reader.sockets().size();
        cable.silence();
        newsroom.edit(id, "title", "Meanwhile");

        reader.page().clock().fastForward(30_000);
        reader.page().clock().fastForward(31_000);

        reader.comesToShow(id, "title", "Meanwhile");
        reader.isLive();
        assertThat(reader.sockets()).hasSize(connections + 1);
    }

    /** As those of a laptop that sleeps, and of a phone that has another page in front. */
    @Test
    void aPageThatWasFrozenShowsWhatChangedMeanwhile() {
        Window reader = read();
        reader.isLive();
        reader.freeze(true);
        newsroom.edit(id, "title", "Meanwhile");
        cable.cut();
        newsroom.edit(id, "applause", 77);
        cable.mend();

        reader.freeze(false);

        reader.comesToShow(id, "title", "Meanwhile");
        reader.comesToShow(reader.field(id, "applause").first(), 77);
        reader.isLive();
    }

    @Test
    void aPageThatIsComeBackToShowsWhatChangedMeanwhile() {
        Window reader = windows.openWithBackForwardCache();
        reader.open(Server.address("newsroom").resolve("post.xhtml?id=" + id));
        reader.isLive();
        reader.page().evaluate("window.neverReloaded = true");
        reader.open(Server.address("newsroom"));
        reader.isLive();
        newsroom.edit(id, "title", "Meanwhile");

        reader.page().evaluate("() => void setTimeout(() => history.back())");
        reader.page().waitForFunction("window.neverReloaded");

        reader.comesToShow(id, "title", "Meanwhile");
    }

    @Test
    void ofManyTabsOneIsConnectedAndTheOthersShowWhatChangedWhenTheyAreSeen() {
        URI address = Server.address("newsroom").resolve("post.xhtml?id=" + id);
        Window first = windows.openTab();
        first.page().clock().install();
        first.open(address).isLive();
        Window second = windows.openTab();
        second.open(address).isLive();
        Window front = windows.openTab();
        front.open(address).isLive();
        first.page().reload(); // as one that is opened in the background
        first.isLive();
        front.page().clock().fastForward(45_000); // and as long as it has taken so far: it goes on by itself, too
        newsroom.edit(id, "title", "First");
        for (Window tab : List.of(first, second, front)) tab.comesToShow(id, "title", "First");

        front.page().clock().fastForward(16_000);

        first.is("connecting");
        second.is("connecting");
        newsroom.edit(id, "title", "Meanwhile");
        front.comesToShow(id, "title", "Meanwhile");
        assertThat(second.isConnected()).isFalse();
        assertThat(first.shown(id, "title")).isEqualTo("First");
        first.page().bringToFront();
        first.isLive();
        assertThat(first.shown(id, "title")).isEqualTo("Meanwhile");
        assertThat(second.shown(id, "title")).isEqualTo("First");
    }

    @Test
    void aPageSaysThatARowIsGone() {
        Window reader = read();
        reader.isLive();

        newsroom.ask("delete", Map.of("id", id));

        PlaywrightAssertions.assertThat(reader.field(id, "title")).hasAttribute("data-update-removed", "");
        assertThat(reader.shown(id, "title")).isEqualTo("Before");
    }

    private static LocatorAssertions that(Window window, String selector) {
        return PlaywrightAssertions.assertThat(window.page().locator(selector));
    }

    private void announces(Window reader, long advert, String title) {
        reader.isLive();
        newsroom.editAdvert(advert, Map.of("title", title));
        reader.comesToShow(reader.page().locator("#announced"), title);
        reader.comesToShow(reader.page().locator("[role=status]"), "For sale: " + title);
    }

    private Window read() {
        return windows.open().open(cable.address("newsroom").resolve("post.xhtml?id=" + id));
    }
}
