package org.updatable.it.models;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.updatable.Updatable;

/** Is seen by its owner, but for what the chief has noted on it. */
@Entity
@Updatable
public class Memo {
    @Id
    String id;

    String owner;

    String text;

    String remark = "by the chief";

    protected Memo() {}

    Memo(String id, String owner, String text) {
        this.id = id;
        this.owner = owner;
        this.text = text;
    }

    void give(String person) {
        owner = person;
    }

    void write(String words) {
        text = words;
    }
}
