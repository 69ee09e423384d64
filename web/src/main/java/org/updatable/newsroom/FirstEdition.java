package org.updatable.newsroom;

import static org.updatable.newsroom.Status.BREAKING;
import static org.updatable.newsroom.Status.DEVELOPING;
import static org.updatable.newsroom.Status.DRAFT;
import static org.updatable.newsroom.Status.PUBLISHED;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What is in the paper on the first morning. */
@Startup
@Singleton
public class FirstEdition {

    @PersistenceContext(unitName = "newsroom")
    private EntityManager entities;

    @PostConstruct
    void print() {
        if (entities.createQuery("select count(p) from Post p", Long.class).getSingleResult() > 0) return;
        print(
                DRAFT,
                "Where the swans went in October",
                "Nature desk",
                0,
                "Forty birds left the mill pond overnight. A walker has now found them two valleys on, by a quarry "
                        + "lake with better reeds.",
                "Ask the walker for a photograph. Count them again.");
        print(
                PUBLISHED,
                "Chess club moves outdoors until the roof is dry",
                "City desk",
                7,
                "The tables now stand under the chestnut trees. Two games were won by falling leaves; both results "
                        + "will count.",
                "Roof: ask the carpenter on Friday.");
        print(
                PUBLISHED,
                "Tram line 4 will stop at the market",
                "City desk",
                12,
                "From Monday the 4 calls at Market Street every eight minutes. Stallholders have promised to keep "
                        + "the rails free of pumpkins.",
                "Timetable is confirmed.");
        print(
                PUBLISHED,
                "The bridge bun is back, and it is smaller",
                "Food desk",
                31,
                "Three bakers revive the town’s oldest pastry from one handwritten recipe, which does not say how "
                        + "large it ought to be.",
                "Price: call the third bakery.");
        print(
                PUBLISHED,
                "Library lends telescopes to its youngest readers",
                "Culture desk",
                58,
                "Twelve telescopes wait beside the picture books. They go home for a week, together with a map of "
                        + "the winter sky.",
                "The library asks us to mention the waiting list.");
        print(
                DEVELOPING,
                "Lighthouse shines green while its lamp is repaired",
                "Harbour desk",
                23,
                "Until the new lens arrives, a borrowed lamp marks the harbour. Fishing crews have been told, and "
                        + "so have the moths.",
                "Lens: due on Thursday, perhaps.");
        print(
                BREAKING,
                "School quiz winner names the new ferry",
                "Harbour desk",
                104,
                "Out of nine hundred entries the jury chose “Slow but Sure”. The ferry sails for the first "
                        + "time on Saturday, with every entrant on board.",
                "Picture of the launch goes on top.");
    }

    private void print(Status status, String title, String author, int applause, String summary, String notes) {
        Post post = new Post();
        post.setStatus(status);
        post.setTitle(title);
        post.setAuthor(author);
        post.setApplause(applause);
        post.setSummary(summary);
        post.setNotes(notes);
        entities.persist(post);
    }
}
