package org.updatable.model;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import org.updatable.Updatable;

/** A live entity whose text is loaded when somebody looks at it: its bytecode has to be enhanced for that. */
@Entity
@Updatable(namespace = "note")
public class EnhancedNote implements Note {
    @Id
    private long id = 1;

    private @Nullable String title;

    @Basic(fetch = FetchType.LAZY)
    private @Nullable String text;

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public @Nullable String getTitle() {
        return title;
    }

    @Override
    public void setTitle(String title) {
        this.title = title;
    }

    @Override
    public @Nullable String getText() {
        return text;
    }

    @Override
    public void setText(String text) {
        this.text = text;
    }

    @Updatable
    public String getSummary() {
        return title + ": " + text;
    }
}
