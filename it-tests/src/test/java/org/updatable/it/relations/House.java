package org.updatable.it.relations;

import jakarta.ejb.Singleton;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.List;

/** What the house has, as the database has it, and what is done with it: each in a transaction of its own. */
@Named
@Singleton
public class House {
    @PersistenceContext
    private EntityManager manager;

    /** A page asks for one after the other; nothing comes from a cache. */
    public Work work(String id) {
        Work work = fresh().find(Work.class, Long.valueOf(id));
        if (work.getWriter() != null) work.getWriter().getName();
        work.getLength();
        return work;
    }

    public Writer writer(String id) {
        Writer writer = fresh().find(Writer.class, Long.valueOf(id));
        writer.getWorks().forEach(Work::getTitle);
        return writer;
    }

    private EntityManager fresh() {
        manager.clear();
        manager.getEntityManagerFactory().getCache().evictAll();
        return manager;
    }

    /** Two writers with a work each. */
    public void found(long one, long other) {
        for (long id : List.of(one, other)) {
            Writer writer = new Writer(id);
            Printer printer = new Printer(id);
            manager.persist(writer);
            manager.persist(printer);
            manager.persist(new Work(id, writer, printer));
        }
    }

    public void rename(long writer, String name) {
        manager.find(Writer.class, writer).setName(name);
        manager.find(Writer.class, writer).setFee(new BigDecimal(name.length() * 1000));
    }

    public void assign(long work, long writer) {
        manager.find(Work.class, work).setWriter(manager.find(Writer.class, writer)); // null when there is none
    }

    public void write(long chapter, long work) {
        manager.persist(new Chapter(chapter, manager.find(Work.class, work)));
    }

    public void lengthen(long chapter, long pages) {
        manager.find(Chapter.class, chapter).setPages((int) pages);
    }

    public void move(long chapter, long work) {
        manager.find(Chapter.class, chapter).setWork(manager.find(Work.class, work));
    }

    public void strike(long chapter) {
        manager.remove(manager.find(Chapter.class, chapter));
    }

    /** Another writer, with another name and another title. */
    public void retitle(long work, long writer) {
        Work found = manager.find(Work.class, work);
        Writer author = manager.find(Writer.class, writer);
        found.setTitle("retitled");
        found.setWriter(author);
        author.setName("renamed");
    }
}
