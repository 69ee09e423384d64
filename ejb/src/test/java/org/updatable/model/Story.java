package org.updatable.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.updatable.Updatable;
import org.updatable.UpdatesExcluded;

/** A live entity for tests, as applications write them. */
@Entity
@Updatable
public class Story {
    public enum Status {
        DRAFT,
        PRINTED
    }

    @Id
    public @Nullable Long id;

    @Version
    public long version;

    public @Nullable String title;
    public int readers;

    @Column(precision = 10, scale = 2)
    public @Nullable BigDecimal price;

    public @Nullable LocalDate printed;

    @Enumerated(EnumType.STRING)
    public @Nullable Status status;

    @UpdatesExcluded
    public @Nullable String notes;

    private @Nullable String source;

    /** Made by JPA. */
    protected Story() {}

    public Story(@Nullable Long id, @Nullable String title) {
        this.id = id;
        this.title = title;
    }

    @UpdatesExcluded
    public @Nullable String getSource() {
        return source;
    }

    public void setSource(@Nullable String source) {
        this.source = source;
    }
}
