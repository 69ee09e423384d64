package org.updatable.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import org.updatable.Updatable;

/** Is handed out to everybody. */
@Entity
@Updatable(open = true)
public class Leaflet {
    @Id
    public long id = 1;

    public @Nullable String text;

    @Updatable
    public boolean isKeptBy(String reader) {
        return reader.equals(text);
    }
}
