package org.updatable.it.models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.updatable.Updatable;

/** Is given its id by the database, has no version, and must be unlike all others. */
@Entity
@Updatable(open = true, writable = true)
public class Scrap {
    @Id
    @GeneratedValue
    Long id;

    @Column(unique = true)
    String text;

    public void setText(String text) {
        this.text = text;
    }
}
