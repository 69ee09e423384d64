package org.updatable.hub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.updatable.change.Changed;
import org.updatable.change.Commit;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.counters.Counters;
import org.updatable.format.Form;
import org.updatable.message.Digest;
import org.updatable.message.Group;
import org.updatable.message.Update;

/**
 * The hub and its connections, all real but for their ends: the transport is instant, the database says the same of everything, and
 * a value is said as it is. Each page has joined as browsers do, so that it is known what it shows.
 */
final class Crowd {
    private static final int MOST_BYTES = 65_536;
    private static final String BEFORE = "as it was rendered";

    private final Counters counters = new Counters();
    private final Hub hub = new Hub(Crowd::read, Crowd::updates, Runnable::run, MOST_BYTES, counters);
    private final List<InstantTransport> transports = new ArrayList<>();
    private final long framesBefore;
    private final long readsBefore;

    /**
     * @param pages how many there are
     * @param groups what each of them shows
     */
    Crowd(int pages, IntFunction<Set<String>> groups) {
        for (int page = 0; page < pages; page++) {
            InstantTransport transport = new InstantTransport();
            Connection connection = transport.outbox();
            Map<String, String> digests = groups.apply(page).stream()
                    .collect(
                            Collectors.toMap(group -> group, group -> Digest.of(List.of(Update.value(group, BEFORE)))));
            hub.opened(connection);
            digests.keySet().forEach(group -> hub.announce(connection, group, Instant.MAX));
            hub.catchUp(new Joining(connection, digests, 1));
            transports.add(transport);
        }
        framesBefore = frames();
        readsBefore = counters.getReadsOfChanges();
    }

    /** Some fields of a row have a new value. */
    static Commit commit(Row row, List<String> properties, String value) {
        List<Fact> facts = new ArrayList<>();
        for (String property : properties) facts.add(new Changed(row, property, value));
        return new Commit(facts, Map.of(row, System.nanoTime()), System.nanoTime());
    }

    void accept(Commit commit) {
        hub.accept(commit);
    }

    /** Nothing was measured unless who watches was told each commit, in one frame and without reading. */
    void check(long frames) {
        long told = frames() - framesBefore;
        if (told != frames || counters.getReadsOfChanges() != readsBefore)
            throw new IllegalStateException("%d frames instead of %d".formatted(told, frames));
    }

    private long frames() {
        return transports.stream().mapToLong(InstantTransport::frames).sum();
    }

    private static Map<Row, List<Fact>> read(Map<Touched, Set<String>> paths) {
        Map<Row, List<Fact>> rows = new HashMap<>();
        paths.forEach((touched, properties) -> touched.ids().forEach(id -> {
            Row row = new Row(touched.namespace(), id);
            List<Fact> facts = rows.computeIfAbsent(row, first -> new ArrayList<>());
            properties.forEach(property -> facts.add(new Changed(row, property, BEFORE)));
        }));
        return rows;
    }

    private static List<Update> updates(Fact fact, Group group, Form form) {
        return fact instanceof Changed changed && changed.property().equals(group.path())
                ? List.of(Update.value(group.name(), changed.value()))
                : List.of();
    }
}
