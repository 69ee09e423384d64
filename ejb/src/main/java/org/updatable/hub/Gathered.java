package org.updatable.hub;

import org.jspecify.annotations.Nullable;

/**
 * What each connection is told in one step, as far as it is known. For a page with fifty fields that a thousand show it is asked fifty
 * thousand times: two arrays side by side, and no object for a connection.
 */
final class Gathered {
    private static final int LEAST = 16;

    private final Batch nothing = Batch.empty();

    /** As {@link Watchers} has them. */
    private @Nullable Connection[] slots;

    private @Nullable Batch[] told;
    private int size;

    /** @param expected about how many connections */
    Gathered(int expected) {
        int length = Integer.highestOneBit(Math.max(LEAST, expected) * 2 - 1) * 2;
        slots = new Connection[length];
        told = new Batch[length];
    }

    /** A connection is told one thing more. */
    void add(Connection connection, Delivery delivery) {
        int slot = Watchers.slot(connection, slots);
        Batch before = told[slot];
        told[slot] = (before == null ? nothing : before).and(delivery);
        if (before != null) return;
        slots[slot] = connection;
        size++;
        if (size * 2 > slots.length) grow();
    }

    /** Tells them all, in the order of memory. */
    void offer() {
        for (int slot = 0; slot < slots.length; slot++) {
            Connection connection = slots[slot];
            Batch batch = told[slot];
            if (connection != null && batch != null) connection.offer(batch);
        }
    }

    private void grow() {
        @Nullable Connection[] connections = slots;
        @Nullable Batch[] batches = told;
        slots = new Connection[connections.length * 2];
        told = new Batch[slots.length];
        for (int at = 0; at < connections.length; at++) {
            Connection connection = connections[at];
            if (connection == null) continue;
            int slot = Watchers.slot(connection, slots);
            slots[slot] = connection;
            told[slot] = batches[at];
        }
    }
}
