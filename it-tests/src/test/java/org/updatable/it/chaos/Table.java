package org.updatable.it.chaos;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the pages show. */
@Named
@RequestScoped
public class Table {
    @Inject
    private Writers writers;

    private List<Counted> rows;

    public List<Counted> getRows() {
        if (rows == null) rows = writers.rows();
        return rows;
    }

    /** Whether a row has a class, an attribute, and what is computed. */
    public boolean saysMore(Counted row) {
        return row instanceof Guarded;
    }

    public boolean hasMarks(Counted row) {
        return row instanceof Loose;
    }
}
