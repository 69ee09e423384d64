package org.updatable.it.models;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.HashSet;
import java.util.Set;
import org.updatable.Updatable;

/** Somebody who writes; their articles are other rows' to change. */
@Entity
@Updatable(open = true)
public class Writer {
    @Id
    long id;

    String name;

    @OneToMany(mappedBy = "writer")
    Set<Article> articles = new HashSet<>();

    protected Writer() {}

    Writer(long id, String name) {
        this.id = id;
        this.name = name;
    }
}
