package org.updatable.it.ledger;

import jakarta.persistence.Entity;

@Entity
public class Savings extends Account {
    private String goal;

    public String getGoal() {
        return goal;
    }

    public void setGoal(String goal) {
        this.goal = goal;
    }
}
