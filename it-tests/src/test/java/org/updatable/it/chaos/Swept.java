package org.updatable.it.chaos;

import jakarta.persistence.Entity;
import org.updatable.Updatable;

/** Only statements change it, many of its rows at a time. */
@Entity
@Updatable(open = true)
public class Swept extends Counted {

    protected Swept() {}
}
