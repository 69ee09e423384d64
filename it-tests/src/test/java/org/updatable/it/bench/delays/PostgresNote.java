package org.updatable.it.bench.delays;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.updatable.Updatable;

/** A row on PostgreSQL. */
@Entity
@Updatable(open = true)
public class PostgresNote implements Note {
    @Id
    private long id = 1;

    @Version
    private long version;

    private String text = "a text";

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getText() {
        return text;
    }

    @Override
    public void setText(String text) {
        this.text = text;
    }
}
