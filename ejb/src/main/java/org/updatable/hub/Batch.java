package org.updatable.hub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updatable.hub.Delivery.Subject;
import org.updatable.message.Wire;

/**
 * What a connection is told in one step. All who are told the same in the same order have the same batch, and its frame is written and
 * encoded once for all of them. One thread makes batches; any may read them.
 */
public final class Batch {
    private final @Nullable Batch before;
    private final @Nullable Delivery last;
    private final int size;

    /** What those are told who are told more: most often all of them the same. */
    private @Nullable Batch next;

    private @Nullable IdentityHashMap<Delivery, Batch> others;

    private volatile @Nullable Collection<Delivery> latest;
    private volatile @Nullable Frame frame;

    private Batch(@Nullable Batch before, @Nullable Delivery last, int size) {
        this.before = before;
        this.last = last;
        this.size = size;
    }

    /** Nothing, to begin with. */
    static Batch empty() {
        return new Batch(null, null, 0);
    }

    /**
     * What a connection is told that nobody else is told.
     *
     * @param deliveries in order
     * @return a new batch
     */
    public static Batch of(List<Delivery> deliveries) {
        return empty().and(deliveries);
    }

    /** This, and then some more. */
    Batch and(List<Delivery> more) {
        Batch batch = this;
        for (Delivery delivery : more) batch = batch.and(delivery);
        return batch;
    }

    /** This, and then one more. */
    Batch and(Delivery delivery) {
        Batch first = next;
        if (first == null) {
            first = new Batch(this, delivery, size + 1);
            next = first;
        }
        if (first.last == delivery) return first;
        if (others == null) others = new IdentityHashMap<>();
        return others.computeIfAbsent(delivery, another -> new Batch(this, another, size + 1));
    }

    /**
     * What is told.
     *
     * @return in order
     */
    public List<Delivery> all() {
        if (size == 1 && last != null) return List.of(last);
        Deque<Delivery> all = new ArrayDeque<>(size);
        for (Batch batch = this; batch != null && batch.last != null; batch = batch.before) all.addFirst(batch.last);
        return List.copyOf(all);
    }

    /** How many deliveries it has. */
    int size() {
        return size;
    }

    /** How many of them are replaced by others of it. */
    int conflated() {
        return size - latest().size();
    }

    /** The latest of each subject, in the order in which the first of each came. */
    Collection<Delivery> latest() {
        Collection<Delivery> known = latest;
        if (known != null) return known;
        known = latest(all());
        latest = known;
        return known;
    }

    private static Collection<Delivery> latest(List<Delivery> all) {
        if (all.size() < 2) return all;
        Map<Subject, Delivery> latest = new LinkedHashMap<>();
        for (Delivery delivery : all) add(delivery, latest);
        return List.copyOf(latest.values());
    }

    /** All of it in one frame, the same for all who have this batch. */
    Frame frame() {
        Frame known = frame;
        if (known != null) return known;
        known = frame(latest());
        frame = known;
        return known;
    }

    /** Answers whether another one waited. */
    static boolean add(Delivery delivery, Map<Subject, Delivery> waiting) {
        Delivery before = waiting.putIfAbsent(delivery.subject(), delivery);
        if (before == null) return false;
        waiting.put(delivery.subject(), delivery.after(before));
        return true;
    }

    /** All that waits, in one frame. */
    static Frame frame(Collection<Delivery> latest) {
        List<String> messages = new ArrayList<>(latest.size());
        for (Delivery delivery : latest) messages.add(delivery.message());
        return new Frame(Wire.frame(messages));
    }
}
