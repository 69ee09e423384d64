package org.updatable.it.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.updatable.it.Newsroom;

/** Two people, two windows. */
public abstract class Editing {
    @RegisterExtension
    final Windows windows = new Windows();

    private final Newsroom newsroom = new Newsroom();

    @Test
    void whatOnePersonSavesTheOtherSeesWithoutAReload() {
        long id = newsroom.create("A new bridge");
        Window reader = windows.open().read(newsroom, id);
        newsroom.edit(id, "title", "An old bridge");
        reader.comesToShow(id, "title", "An old bridge");
    }
}
