package org.updatable.hub;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each connection is told in one step, as far as it is known. When fifty pages have changed that a thousand show it is asked fifty
 * thousand times: two arrays side by side, and no object for a connection.
 */
final class Gathered {
    private static final int LEAST = 16;

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

    /**
     * Some are told more, which nobody is told by another call. Most of them were told the same before, and are told the same then.
     */
    void add(List<? extends Connection> connections, List<Delivery> more) {
        Batch first = Batch.of(more);
        Batch before = first;
        Batch after = first;
        for (Connection connection : connections) {
            int slot = Watchers.slot(connection, slots);
            Batch known = told[slot];
            if (known == null) {
                told[slot] = first;
                isNew(connection, slot);
                continue;
            }
            if (known != before) {
                before = known;
                after = known.and(more);
            }
            told[slot] = after;
        }
    }

    private void isNew(Connection connection, int slot) {
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
