package org.updatable.it.relations;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Is not live. */
@Entity
public class Printer {
    @Id
    private long id;

    private String name = "Printer";

    protected Printer() {}

    Printer(long id) {
        this.id = id;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }
}
