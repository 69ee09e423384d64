package org.updatable.observer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.updatable.Visible;
import org.updatable.change.Fact;
import org.updatable.change.Touched;
import org.updatable.model.LiveEntity;
import org.updatable.present.Filter;
import org.updatable.present.Present;
import org.updatable.present.WholeRow;
import org.updatable.present.WholeRows;

/** What the database holds. */
record Stored(WholeRows rows, Present present) implements Reader {

    @Override
    public Map<String, WholeRow> of(
            LiveEntity entity, Visible visible, Collection<String> ids, Collection<Filter> filters) {
        return rows.of(entity, visible, ids, filters);
    }

    @Override
    public WholeRows.Page page(LiveEntity entity, Visible visible, Filter filter, int offset, int limit) {
        return rows.page(entity, visible, filter, offset, limit);
    }

    @Override
    public Set<String> ids(LiveEntity entity, Visible visible, Filter filter, int most) {
        return rows.ids(entity, visible, filter, most);
    }

    @Override
    public List<Touched> dependents(Collection<Fact> facts) {
        return present.dependents(facts);
    }
}
