package org.updatable.it.relations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.updatable.Updatable;
import org.updatable.UpdatesExcluded;

/** Who writes works. */
@Entity
@Updatable
public class Writer {
    @Id
    private long id;

    private String name;

    @Column(precision = 10, scale = 2)
    private BigDecimal fee = new BigDecimal("1000");

    @UpdatesExcluded
    private String street = "Elm Street";

    @OneToMany(mappedBy = "writer")
    private Set<Work> works = new HashSet<>();

    protected Writer() {}

    Writer(long id) {
        this.id = id;
        name = "writer " + id;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    void setName(String name) {
        this.name = name;
    }

    public BigDecimal getFee() {
        return fee;
    }

    void setFee(BigDecimal fee) {
        this.fee = fee;
    }

    public String getStreet() {
        return street;
    }

    public Set<Work> getWorks() {
        return works;
    }
}
