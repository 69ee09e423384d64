package org.updatable.it.browser;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.updatable.it.Newsroom;
import org.updatable.it.Server;

/** Tests of the pages that show an advert, an entity that says something of every kind. */
abstract class OfAnAdvert {
    @RegisterExtension
    final Windows windows = new Windows();

    private final Newsroom newsroom = new Newsroom();
    private final long post = newsroom.create("Shown beside the advert");
    private final long id = newsroom.advertise(Map.of("title", "Before", "link", "/before"));

    /** A window with the page of one technology, which is live. */
    Window open(String technology) {
        return open(technology, windows.open());
    }

    Window open(String technology, Window reader) {
        return reader.isLive(
                Server.address("newsroom").resolve("fixture/advert." + technology + "?id=" + post + "&advert=" + id));
    }

    void edit(Map<String, ?> properties) {
        newsroom.editAdvert(id, properties);
    }
}
