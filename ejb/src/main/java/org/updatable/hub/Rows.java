package org.updatable.hub;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.message.Group;
import org.updatable.message.Update;
import org.updatable.present.Present;

/** What the hub asks of the database, and of the model. */
record Rows(Present present) implements Hub.Reader {

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
}
