package org.updatable.it.chaos;

import jakarta.persistence.Entity;
import org.updatable.Updatable;

/** Two of them, 1 and 2, 3 and 4, are always changed together, in all of their fields: they never differ. */
@Entity
@Updatable(open = true)
public class Twin extends Counted {

    protected Twin() {}
}
