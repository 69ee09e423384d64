package org.updatable.it.chaos;

import jakarta.persistence.Entity;
import org.updatable.Updatable;

/** It has no version, and nobody takes a lock: whoever commits last overwrites whatever she has not seen. */
@Entity
@Updatable(open = true)
public class Loose extends Counted {

    protected Loose() {}
}
