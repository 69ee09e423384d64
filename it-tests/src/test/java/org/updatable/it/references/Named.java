package org.updatable.it.references;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.updatable.Updatable;

@Entity
@Updatable
public class Named {
    @Id
    private long id;

    private String name = "named";

    public String getName() {
        return name;
    }
}
