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
import java.math.BigDecimal;

/** What is in the paper, in its shop, and in its house style, on the first morning. */
@Startup
@Singleton
public class FirstEdition {

    @PersistenceContext(unitName = "newsroom")
    private EntityManager entities;

    @PostConstruct
    void print() {
        if (entities.createQuery("select count(p) from Post p", Long.class).getSingleResult() > 0) return;
        publish(
                DRAFT,
                "Where the swans went in October",
                "Nature desk",
                0,
                "Forty birds left the mill pond overnight. A walker has now found them two valleys on, by a quarry "
                        + "lake with better reeds.",
                "Ask the walker for a photograph. Count them again.");
        publish(
                PUBLISHED,
                "Chess club moves outdoors until the roof is dry",
                "City desk",
                7,
                "The tables now stand under the chestnut trees. Two games were won by falling leaves; both results "
                        + "will count.",
                "Roof: ask the carpenter on Friday.");
        publish(
                PUBLISHED,
                "Tram line 4 will stop at the market",
                "City desk",
                12,
                "From Monday the 4 calls at Market Street every eight minutes. Stallholders have promised to keep "
                        + "the rails free of pumpkins.",
                "Timetable is confirmed.");
        publish(
                PUBLISHED,
                "The bridge bun is back, and it is smaller",
                "Food desk",
                31,
                "Three bakers revive the town’s oldest pastry from one handwritten recipe, which does not say how "
                        + "large it ought to be.",
                "Price: call the third bakery.");
        publish(
                PUBLISHED,
                "Library lends telescopes to its youngest readers",
                "Culture desk",
                58,
                "Twelve telescopes wait beside the picture books. They go home for a week, together with a map of "
                        + "the winter sky.",
                "The library asks us to mention the waiting list.");
        publish(
                DEVELOPING,
                "Lighthouse shines green while its lamp is repaired",
                "Harbour desk",
                23,
                "Until the new lens arrives, a borrowed lamp marks the harbour. Fishing crews have been told, and "
                        + "so have the moths.",
                "Lens: due on Thursday, perhaps.");
        publish(
                BREAKING,
                "School quiz winner names the new ferry",
                "Harbour desk",
                104,
                "Out of nine hundred entries the jury chose “Slow but Sure”. The ferry sails for the first "
                        + "time on Saturday, with every entrant on board.",
                "Picture of the launch goes on top.");
        offer("Tide table", "4.50", 40);
        offer("Map of the winter sky", "7.00", 12);
        offer("Bridge bun, smaller", "1.80", 3);
        write("We say what happened, then to whom, then what we do not know yet.");
        write("Birds, ships and bakers have names. We use them.");
    }

    private void offer(String name, String price, int stock) {
        Product product = new Product();
        product.setName(name);
        product.setPrice(new BigDecimal(price));
        product.setStock(stock);
        entities.persist(product);
    }

    private void write(String words) {
        Paragraph paragraph = new Paragraph();
        paragraph.setWords(words);
        entities.persist(paragraph);
    }

    private void publish(Status status, String title, String author, int applause, String summary, String notes) {
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
