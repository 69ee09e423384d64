package org.updatable.it.chaos;

import jakarta.persistence.Entity;
import org.updatable.Updatable;

/** It has no version: who changes it takes the lock of its row. */
@Entity
@Updatable(open = true)
public class Locked extends Counted {

    protected Locked() {}
}
