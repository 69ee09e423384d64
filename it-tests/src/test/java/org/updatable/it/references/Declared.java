package org.updatable.it.references;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.updatable.Updatable;

@Entity
@Updatable
public class Declared {
    @Id
    private long id;

    private String name = "declared";

    public String getName() {
        return name;
    }
}
