package org.updatable.hub;

import java.util.ArrayList;
import java.util.List;

/** A connection that keeps what it is told. */
final class Ear implements Connection {
    private final int hash;
    private final List<Batch> told = new ArrayList<>();

    /** @param hash that of several may be the same */
    Ear(int hash) {
        this.hash = hash;
    }

    List<Batch> told() {
        return told;
    }

    @Override
    public void offer(Batch batch) {
        told.add(batch);
    }

    @Override
    public void drop(String group) {}

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }
}
