package org.updatable.it.chaos;

import jakarta.persistence.Entity;
import org.updatable.Updatable;

/** It is deleted, and made again under its id. */
@Entity
@Updatable(open = true)
public class Phoenix extends Counted {

    Phoenix(long id) {
        super(id);
    }

    protected Phoenix() {}
}
