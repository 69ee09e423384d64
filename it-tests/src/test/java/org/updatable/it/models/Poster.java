package org.updatable.it.models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.updatable.Updatable;
import org.updatable.UpdatesJson;

/** Says by a map what observers are told. */
@Entity
@Updatable(open = true)
public class Poster {
    @Id
    long id;

    String title;

    @Column(precision = 10, scale = 2)
    BigDecimal price;

    protected Poster() {}

    Poster(long id, String title, BigDecimal price) {
        this.id = id;
        this.title = title;
        this.price = price;
    }

    @UpdatesJson
    Map<String, Object> json() {
        return Map.of(
                "title",
                title + "!",
                "cost",
                Map.of("amount", price, "in", List.of("EUR")),
                "on",
                LocalDate.of(2026, 12, 24));
    }
}
