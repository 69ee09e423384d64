package org.updatable.it.trust;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.updatable.Updatable;

/** Is not open. */
@Entity
@Updatable
public class Account {
    @Id
    private long id;

    @Column(length = 1_000_000)
    private String balance = "0";

    protected Account() {}

    Account(long id) {
        this.id = id;
    }

    public long getId() {
        return id;
    }

    public String getBalance() {
        return balance;
    }

    void setBalance(String balance) {
        this.balance = balance;
    }
}
