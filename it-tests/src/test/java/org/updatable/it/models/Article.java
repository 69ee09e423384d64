package org.updatable.it.models;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.updatable.Updatable;
import org.updatable.UpdatesExcluded;

/** Has a field of every sort. */
@Entity
@Updatable(open = true)
public class Article {
    @Id
    long id;

    @Version
    long version;

    String title;

    @Enumerated(EnumType.STRING)
    Status status = Status.DRAFT;

    @Column(precision = 10, scale = 2)
    BigDecimal price = new BigDecimal("1.50");

    double rating = 4.5;

    LocalDate printed = LocalDate.of(2026, 1, 31);

    boolean front;

    @UpdatesExcluded
    String notes = "nobody's business";

    @Embedded
    Place place = new Place("Quay 1", "Kiel");

    @ElementCollection
    Set<String> tags = new HashSet<>(Set.of("b, c", "a"));

    @ManyToOne(fetch = FetchType.LAZY)
    Writer writer;

    @ManyToMany
    Set<Writer> translators = new HashSet<>();

    protected Article() {}

    Article(long id, String title, Writer writer) {
        this.id = id;
        this.title = title;
        this.writer = writer;
    }

    void set(String field, String value, Function<Long, Writer> writers) {
        switch (field) {
            case "title" -> title = value;
            case "status" -> status = Status.valueOf(value);
            case "price" -> price = new BigDecimal(value);
            case "notes" -> notes = value;
            case "tag" -> tags.add(value);
            case "city" -> place = place.in(value);
            case "writer" -> writer = writers.apply(Long.valueOf(value));
            case "translator" -> translators.add(writers.apply(Long.valueOf(value)));
            default -> throw new IllegalArgumentException(field);
        }
    }

    /** In capitals. */
    @Updatable
    public String getHeadline() {
        return title == null ? "" : title.toUpperCase(Locale.ROOT);
    }

    enum Status {
        DRAFT,
        PRINTED
    }
}
