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
    private final long heard = newsroom.create("What tells that the server has heard the page");
    private final long id = newsroom.advertise(Map.of("title", "Before", "link", "/before"));

    /** A window with the page of one technology, which the server has heard. */
    Window open(String technology) {
        return open(technology, windows.open());
    }

    Window open(String technology, Window reader) {
        reader.open(
                Server.address("newsroom").resolve("fixture/advert." + technology + "?id=" + heard + "&advert=" + id));
        reader.isLive();
        reader.hears(newsroom, heard);
        return reader;
    }

    void edit(Map<String, ?> properties) {
        newsroom.editAdvert(id, properties);
    }
}
