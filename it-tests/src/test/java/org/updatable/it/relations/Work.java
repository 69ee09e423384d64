package org.updatable.it.relations;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.updatable.Updatable;

/** What somebody writes. */
@Entity
@Updatable
public class Work {
    @Id
    private long id;

    private String title;

    @ManyToOne(fetch = FetchType.LAZY)
    private Writer writer;

    @ManyToOne
    private Printer printer;

    @OneToMany(mappedBy = "work")
    private List<Chapter> chapters = new ArrayList<>();

    protected Work() {}

    Work(long id, Writer writer, Printer printer) {
        this.id = id;
        this.title = "work " + id;
        this.writer = writer;
        this.printer = printer;
    }

    /** How long all of its chapters are. */
    @Updatable
    public int getLength() {
        return chapters.stream().mapToInt(Chapter::getPages).sum();
    }

    public long getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    void setTitle(String title) {
        this.title = title;
    }

    public Writer getWriter() {
        return writer;
    }

    void setWriter(Writer writer) {
        this.writer = writer;
    }

    public Printer getPrinter() {
        return printer;
    }

    public List<Chapter> getChapters() {
        return chapters;
    }
}
