package org.updatable.it.provider;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.updatable.Updatable;

@Entity
@Updatable
public class Thing {
    @Id
    private long id;

    private String name;

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }
}
