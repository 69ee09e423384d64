package org.updatable.it.bench.parts;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** The shape of both entities: six columns beside the id and the version. */
@MappedSuperclass
public abstract class Part {
    @Id
    private long id;

    @Version
    private long version;

    @Column(length = 2_000)
    private String name;

    private String place;
    private int stock;
    private long sold;
    private boolean offered;
    private LocalDate counted;

    public void begin(long number) {
        id = number;
        name = "part " + number;
        place = "shelf " + number;
        stock = 100;
        sold = 7;
        offered = true;
        counted = LocalDate.of(2026, 1, 1);
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPlace() {
        return place;
    }

    public int getStock() {
        return stock;
    }

    public void setStock(int stock) {
        this.stock = stock;
    }

    public long getSold() {
        return sold;
    }

    public boolean isOffered() {
        return offered;
    }

    public LocalDate getCounted() {
        return counted;
    }
}
