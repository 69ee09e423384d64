package org.updatable.it.relations;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.updatable.Updatable;

/** A part of a work. */
@Entity
@Updatable
public class Chapter {
    @Id
    private long id;

    private int pages = 10;

    @ManyToOne(fetch = FetchType.LAZY)
    private Work work;

    protected Chapter() {}

    Chapter(long id, Work work) {
        this.id = id;
        this.work = work;
    }

    public long getId() {
        return id;
    }

    public int getPages() {
        return pages;
    }

    void setPages(int pages) {
        this.pages = pages;
    }

    public Work getWork() {
        return work;
    }

    void setWork(Work work) {
        this.work = work;
    }
}
