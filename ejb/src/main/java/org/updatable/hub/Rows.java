package org.updatable.hub;

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
import org.updatable.change.Touched;
import org.updatable.message.Group;
import org.updatable.message.Update;
import org.updatable.present.Present;

/** What the hub asks of the database, and of the model. */
record Rows(Present present, InFlight transactions) implements Hub.Reader {

    @Override
    public Map<Row, List<Fact>> read(Map<Touched, Set<String>> paths) {
        return present.read(paths);
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
