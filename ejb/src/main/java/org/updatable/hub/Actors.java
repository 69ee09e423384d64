package org.updatable.hub;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.updatable.change.Commit;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.RowEvent;
import org.updatable.change.Touched;

/** Remembers who has changed which row last, as long as it is not long ago: so that somebody who edits it can be told. */
final class Actors {
    private static final int MOST_REMEMBERED = 10_000;

    private final Map<Row, String> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Row, String> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** Takes a commit. Of what nobody knows who has done it, the one before is not remembered any more. */
    synchronized void remember(Commit commit) {
        if (last.isEmpty() && commit.actor() == null) return;
        for (Fact fact : commit.facts()) if (fact instanceof Touched touched) forget(touched);
        for (RowEvent event : commit.events()) {
            if (commit.actor() == null) last.remove(event.row());
            else last.put(event.row(), commit.actor());
        }
    }

    /** The name of who has changed a row last; empty where nobody knows. */
    synchronized Optional<String> of(Row row) {
        return Optional.ofNullable(last.get(row));
    }

    private void forget(Touched touched) {
        if (touched.ids().isEmpty()) last.keySet().removeIf(touched::includes);
        else touched.ids().forEach(id -> last.remove(new Row(touched.namespace(), id)));
    }
}
