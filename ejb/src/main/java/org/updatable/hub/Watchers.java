package org.updatable.hub;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Connections, each once. Any thread may add and remove; who walks gets those that are there at that moment, in the order of memory.
 * A hundred thousand of these sets hold one connection, and one may hold a hundred thousand: it takes eight to sixteen bytes for each, where a
 * concurrent map takes forty.
 */
final class Watchers {
    private static final int LEAST = 2;

    /** At most half of them are taken. */
    private @Nullable Connection[] slots = new Connection[LEAST];

    private int size;

    /** Answers whether it was not there before. */
    synchronized boolean add(Connection connection) {
        int slot = slot(connection, slots);
        if (slots[slot] != null) return false;
        slots[slot] = connection;
        size++;
        if (size * 2 > slots.length) resize(slots.length * 2);
        return true;
    }

    synchronized void remove(Connection connection) {
        int slot = slot(connection, slots);
        if (slots[slot] == null) return;
        slots[slot] = null;
        size--;
        for (int next = after(slot, slots); slots[next] != null; next = after(next, slots)) putAgain(next);
        if (size * 8 < slots.length && slots.length > LEAST) resize(slots.length / 2);
    }

    synchronized boolean contains(Connection connection) {
        return slots[slot(connection, slots)] != null;
    }

    synchronized boolean isEmpty() {
        return size == 0;
    }

    synchronized int size() {
        return size;
    }

    /** Those that are there now. */
    synchronized List<Connection> all() {
        List<Connection> all = new ArrayList<>(size);
        for (Connection connection : slots) if (connection != null) all.add(connection);
        return all;
    }

    /** Where a connection is, or would be: by its hash code, and where that slot is taken, the next one that is free. There is one. */
    static int slot(Connection connection, @Nullable Connection[] slots) {
        int slot = connection.hashCode() & slots.length - 1;
        while (slots[slot] != null && slots[slot] != connection) slot = after(slot, slots);
        return slot;
    }

    private static int after(int slot, @Nullable Connection[] slots) {
        return slot + 1 & slots.length - 1;
    }

    /** Nearer to where it belongs, if a slot has become free there. */
    private void putAgain(int slot) {
        Connection connection = slots[slot];
        slots[slot] = null;
        if (connection != null) slots[slot(connection, slots)] = connection;
    }

    private void resize(int length) {
        List<Connection> all = all();
        slots = new Connection[length];
        for (Connection connection : all) slots[slot(connection, slots)] = connection;
    }
}
