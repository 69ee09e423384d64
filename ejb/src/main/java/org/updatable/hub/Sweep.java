package org.updatable.hub;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.hub.Hub.Reader;
import org.updatable.hub.Hub.Speaker;
import org.updatable.hub.Watched.InForm;
import org.updatable.message.Update;

/** Finds watched rows that have changed without anybody saying so. The business of the one that delivers. */
final class Sweep {
    private final Reader reader;
    private final Speaker speaker;
    private final Watched watched;
    private final Audiences audiences;
    private Set<Row> gone = Set.of();

    Sweep(Reader reader, Speaker speaker, Watched watched, Audiences audiences) {
        this.reader = reader;
        this.speaker = speaker;
        this.watched = watched;
        this.audiences = audiences;
    }

    /** Those that differ from what who watches them is known to be shown, and those that are gone since the last time. */
    List<Touched> changed() {
        ToRead rows = new ToRead();
        watched.rows().forEach(rows::add);
        if (rows.isEmpty()) return List.of();
        reader.forget(touched(rows.rows()));
        Map<Row, List<InForm>> watching = rows.rows().stream()
                .collect(Collectors.toMap(
                        row -> row, row -> List.copyOf(watched.of(row).values())));
        Map<Row, List<Fact>> present = reader.read(rows.paths(watching));
        Set<Row> missing = new HashSet<>(watching.keySet());
        missing.removeAll(present.keySet());
        Set<Row> changed = new HashSet<>(missing);
        changed.removeAll(gone);
        gone = missing;
        present.forEach((row, facts) -> {
            if (watching.getOrDefault(row, List.of()).stream().anyMatch(group -> isDifferent(group, facts)))
                changed.add(row);
        });
        return touched(changed);
    }

    private boolean isDifferent(InForm group, List<Fact> facts) {
        List<Update> updates = facts.stream()
                .flatMap(fact -> speaker.updates(fact, group.group(), group.form()).stream())
                .toList();
        return audiences
                .of(group)
                .filter(audience -> !audience.differing(updates).isEmpty())
                .isPresent();
    }

    private static List<Touched> touched(Set<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(Row::namespace, Collectors.mapping(Row::id, Collectors.toSet())))
                .entrySet()
                .stream()
                .map(one -> new Touched(one.getKey(), one.getValue(), Set.of()))
                .toList();
    }
}
