package org.updatable.it.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import org.updatable.Updatable;

/** A live entity with most of what an entity can have. */
@Entity
@Updatable
@Inheritance(strategy = InheritanceType.JOINED)
public class Account {
    @Id
    private String id;

    @Column(precision = 12, scale = 2)
    private BigDecimal balance = new BigDecimal("0.00");

    private int entries;

    @Embedded
    private Terms terms = new Terms();

    @ManyToOne(fetch = FetchType.LAZY)
    private Owner owner;

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public BigDecimal getBalance() {
        return balance;
    }

    public void setBalance(BigDecimal balance) {
        this.balance = balance;
    }

    public int getEntries() {
        return entries;
    }

    public void setEntries(int entries) {
        this.entries = entries;
    }

    public Terms getTerms() {
        return terms;
    }

    public Owner getOwner() {
        return owner;
    }

    public void setOwner(Owner owner) {
        this.owner = owner;
    }

    @Updatable
    public String getSummary() {
        return entries + " entries";
    }
}
