package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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
        reader.hears(newsroom, id);

        cable.cut();
        reader.is("offline");
        assertThat(reader.page().getByText("Reconnecting").isVisible()).isTrue();

        cable.mend();
        reader.isLive();
        reader.hears(newsroom, id);
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
        reader.hears(newsroom, id);
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
        reader.hears(newsroom, id);
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

    private void announces(Window reader, long advert, String title) {
        reader.isLive();
        reader.hears(newsroom, id);
        newsroom.editAdvert(advert, Map.of("title", title));
        reader.comesToShow(reader.page().locator("#announced"), title);
        reader.comesToShow(reader.page().locator("[role=status]"), "For sale: " + title);
    }

    private Window read() {
        return windows.open().open(cable.address("newsroom").resolve("post.xhtml?id=" + id));
    }
}
