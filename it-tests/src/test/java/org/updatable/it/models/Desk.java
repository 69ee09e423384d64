package org.updatable.it.models;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;

/** Does what it is told, each time in one transaction. */
@ApplicationScoped
public class Desk {
    @PersistenceContext
    private EntityManager manager;

    /** Begins again. */
    @Transactional
    public void reset() {
        for (Class<?> type : List.of(
                Letter.class,
                Scrap.class,
                Poster.class,
                Leaflet.class,
                Article.class,
                Writer.class,
                Memo.class,
                Salary.class))
            manager.createQuery("select e from " + type.getSimpleName() + " e", type)
                    .getResultList()
                    .forEach(manager::remove);
        manager.flush();
        Writer ada = new Writer(1, "Ada");
        manager.persist(ada);
        manager.persist(new Writer(2, "Bob"));
        for (int id = 1; id <= 3; id++) manager.persist(new Article(id, "Article " + id, ada));
        manager.persist(new Memo("m-1", "ann", "Ann's"));
        manager.persist(new Memo("m-2", "ben", "Ben's"));
        manager.persist(new Salary(1));
        manager.persist(new Poster(1, "Concert", new BigDecimal("9.25")));
        manager.persist(new Leaflet(1, "Circus"));
    }

    /** Sets a field of an article. */
    @Transactional
    public void set(long id, String field, String value) {
        manager.find(Article.class, id).set(field, value, writer -> manager.find(Writer.class, writer));
    }

    /** Gives a memo to somebody. */
    @Transactional
    public void give(String id, String owner) {
        manager.find(Memo.class, id).give(owner);
    }

    /** Writes a memo. */
    @Transactional
    public void write(String id, String text) {
        manager.find(Memo.class, id).write(text);
    }

    /** Adds an article. */
    @Transactional
    public void add(long id, String title) {
        manager.persist(new Article(id, title, null));
    }

    /** Removes an article. */
    @Transactional
    public void remove(long id) {
        manager.remove(manager.find(Article.class, id));
    }

    /** Looks at what nobody is told. */
    @Transactional
    public void isSealed(long letter, String seal) {
        Letter found = manager.find(Letter.class, letter);
        if (!seal.equals(found.seal) || !found.censor.equals("nobody")) throw new IllegalStateException(found.seal);
    }

    /** By a statement. */
    @Transactional
    public void execute(String jpql) {
        manager.createQuery(jpql).executeUpdate();
    }

    /** Changes an article, and thinks better of it. */
    @Transactional
    public void regret(long id) {
        set(id, "title", "regretted");
        manager.flush();
        throw new IllegalStateException("This is rolled back.");
    }
}
