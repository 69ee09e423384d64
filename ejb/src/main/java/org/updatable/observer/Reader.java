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
import org.updatable.present.WholeRow;
import org.updatable.present.WholeRows;

/** What observers ask of the database, and of the model. */
interface Reader {

    /** Those of some rows that may be seen, by their ids, and which of some filters each passes. */
    Map<String, WholeRow> of(LiveEntity entity, Visible visible, Collection<String> ids, Collection<Filter> filters);

    /** Some of the rows that pass a filter. */
    WholeRows.Page page(LiveEntity entity, Visible visible, Filter filter, int offset, int limit);

    /** Which rows pass a filter. */
    Set<String> ids(LiveEntity entity, Visible visible, Filter filter, int most);

    /** What may differ because something else does. */
    List<Touched> dependents(Collection<Fact> facts);
}
