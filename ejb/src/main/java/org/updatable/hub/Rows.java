package org.updatable.hub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.updatable.backplane.InFlight;
import org.updatable.change.Commit;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Said;
import org.updatable.change.Touched;
import org.updatable.message.Group;
import org.updatable.message.Update;
import org.updatable.present.Present;

/** What the hub asks of the database, of the model, and of who has changed what. */
record Rows(Present present, InFlight transactions, Actors actors) implements Hub.Reader {

    @Override
    public Map<Row, List<Fact>> read(Map<Touched, Set<String>> paths) {
        Map<Row, List<Fact>> rows = present.read(paths);
        paths.forEach((touched, watched) -> {
            if (watched.contains(Group.ACTOR))
                for (String id : touched.ids())
                    rows.computeIfPresent(new Row(touched.namespace(), id), (row, facts) -> withActor(facts, row));
        });
        return rows;
    }

    private List<Fact> withActor(List<Fact> facts, Row row) {
        List<Fact> all = new ArrayList<>(facts);
        String group = new Group(row.namespace(), row.id(), Group.ACTOR, "").name();
        all.add(new Said(Update.value(group, actors.of(row).orElse(null))));
        return all;
    }

    @Override
    public void forget(Collection<Touched> rows) {
        present.forget(List.copyOf(rows));
    }

    @Override
    public List<Update> declared(String group) {
        return present.declared(group);
    }

    @Override
    public List<Touched> dependents(Collection<Fact> facts) {
        return present.dependents(facts);
    }

    @Override
    public boolean isDependent(Group group) {
        return present.isDependent(group);
    }

    @Override
    public boolean isShown(Touched touched, String path) {
        return present.isShown(touched, path);
    }

    @Override
    public List<Predicate<Row>> inFlight(@Nullable Commit but) {
        return transactions.all().stream()
                .filter(changes -> but == null || !changes.isToldBy(but))
                .<Predicate<Row>>map(changes -> changes::concerns)
                .toList();
    }
}
