package org.updatable.it.models;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.updatable.Updatable;

/** Is not open, and no policy says a word about it. */
@Entity
@Updatable
public class Salary {
    @Id
    long id;

    long amount = 1000;

    protected Salary() {}

    Salary(long id) {
        this.id = id;
    }
}
