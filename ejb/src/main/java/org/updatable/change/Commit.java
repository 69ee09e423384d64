package org.updatable.change;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.updatable.EntityChanged.Kind;
import org.updatable.Notification;

/**
 * What one transaction committed, and between which moments. Who publishes first need not have committed first: two
 * commits are in order for certain when one began to write after the other was published.
 *
 * @param facts what it lets the others know
 * @param written when it last wrote each row, before the commit, by {@link System#nanoTime()}
 * @param published a moment after the commit, by the same clock
 * @param events what is known to have happened to rows
 * @param notifications what the application announces with it
 * @param actor the name of who has done it; null where nobody knows
 */
public record Commit(
        List<Fact> facts,
        Map<Row, Long> written,
        long published,
        List<RowEvent> events,
        List<Notification> notifications,
        @Nullable String actor) {

    /** Copies the collections. */
    public Commit {
        facts = List.copyOf(facts);
        written = Map.copyOf(written);
        events = List.copyOf(events);
        notifications = List.copyOf(notifications);
    }

    /**
     * A commit of which nobody knows what happened to which row.
     *
     * @param facts what it lets the others know
     * @param written when it last wrote each row
     * @param published a moment after the commit
     */
    public Commit(List<Fact> facts, Map<Row, Long> written, long published) {
        this(facts, written, published, List.of(), List.of(), null);
    }

    /**
     * Facts that are published now.
     *
     * @param facts of which nobody knows when they were written
     * @return the commit
     */
    public static Commit of(List<Fact> facts) {
        return new Commit(facts, Map.of(), System.nanoTime());
    }

    /**
     * Whether there is nothing to tell.
     *
     * @return false when something changed, or is announced
     */
    public boolean isEmpty() {
        return facts.isEmpty() && notifications.isEmpty();
    }

    /**
     * The rows that it is known to have created.
     *
     * @return none where nobody knows
     */
    public Set<Row> created() {
        return events.stream()
                .filter(event -> event.kind() == Kind.CREATED)
                .map(RowEvent::row)
                .collect(Collectors.toSet());
    }

    /**
     * Whether it changed a row after a moment, for certain.
     *
     * @param row a row of its facts
     * @param moment by {@link System#nanoTime()}
     * @return false when it may have been before, and when nobody knows
     */
    public boolean isSurelyAfter(Row row, long moment) {
        Long began = written.get(row);
        return began != null && began - moment > 0;
    }

    /**
     * Whether it may have changed a row.
     *
     * @param row any row
     * @return true also where it has not changed in the end
     */
    public boolean concerns(Row row) {
        return written.containsKey(row)
                || facts.stream().anyMatch(fact -> fact instanceof Touched touched && touched.includes(row));
    }
}
