package org.updatable.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.updatable.change.Fact;
import org.updatable.change.Said;
import org.updatable.change.Touched;

/** Which properties take their value from which others, of the same row or of other rows. */
final class Dependents {
    private final Map<String, List<Dependent>> byNamespace = new HashMap<>();

    private record Dependent(Source source, String namespace, String property) {}

    /** What may differ of the rows of one entity: of some of them, and of all. */
    private static final class Doubt {
        final Set<String> ids = new HashSet<>();
        final Set<String> ofThose = new HashSet<>();
        final Set<String> ofAll = new HashSet<>();

        void add(Set<String> rows, String property) {
            if (rows.isEmpty()) {
                ofAll.add(property);
            } else {
                ids.addAll(rows);
                ofThose.add(property);
            }
        }

        Stream<Touched> of(String namespace) {
            ofThose.removeAll(ofAll);
            return Stream.of(new Touched(namespace, ids, ofThose), new Touched(namespace, Set.of(), ofAll))
                    .filter(touched -> !touched.properties().isEmpty());
        }
    }

    /** All that an entity takes from others. */
    void add(LiveEntity entity) {
        entity.sources()
                .forEach((property, sources) -> sources.forEach(source -> byNamespace
                        .computeIfAbsent(source.namespace(), first -> new ArrayList<>())
                        .add(new Dependent(source, entity.namespace(), property))));
    }

    /** What may differ when these are so: as little as possible for each entity, so that it is read once. */
    List<Touched> of(Collection<Fact> facts) {
        Map<String, Doubt> doubts = new LinkedHashMap<>();
        for (Fact fact : facts) if (!(fact instanceof Said)) fact.touched().ifPresent(touched -> add(touched, doubts));
        return doubts.entrySet().stream()
                .flatMap(doubt -> doubt.getValue().of(doubt.getKey()))
                .toList();
    }

    private void add(Touched touched, Map<String, Doubt> doubts) {
        for (Dependent dependent : byNamespace.getOrDefault(touched.namespace(), List.of())) {
            if (dependent.source().isIn(touched))
                doubts.computeIfAbsent(dependent.namespace(), first -> new Doubt())
                        .add(dependent.source().rows(touched), dependent.property());
        }
    }
}
