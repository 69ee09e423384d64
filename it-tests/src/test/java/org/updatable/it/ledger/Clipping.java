package org.updatable.it.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.updatable.Updatable;

/** Lives in the unit that does not take part in JTA. */
@Entity
@Updatable(namespace = "cutting")
public class Clipping {
    @Id
    private String id;

    private String text;

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
