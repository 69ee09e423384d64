package org.updatable.it.chaos;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.sql.Timestamp;
import org.updatable.Updatable;

/** Its version is a time, which two commits may share. */
@Entity
@Updatable(open = true)
public class Clocked extends Counted {
    @Version
    private Timestamp changed;

    protected Clocked() {}

    public Timestamp getChanged() {
        return changed;
    }
}
