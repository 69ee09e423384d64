package org.updatable.it.ledger;

import jakarta.persistence.Embeddable;

@Embeddable
public class Terms {
    private String branch;
    private int days;

    public String getBranch() {
        return branch;
    }

    public void setBranch(String branch) {
        this.branch = branch;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
