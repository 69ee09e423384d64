package org.updatable.it.chaos;

import jakarta.persistence.Entity;
import org.updatable.Updatable;

/** Is always changed together with the twins, and never differs from them: another entity. */
@Entity
@Updatable(open = true)
public class Mirror extends Counted {

    protected Mirror() {}
}
