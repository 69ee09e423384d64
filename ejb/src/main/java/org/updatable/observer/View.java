package org.updatable.observer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updatable.Visible;
import org.updatable.hub.Delivery;
import org.updatable.message.observer.Key;
import org.updatable.message.observer.RowText;
import org.updatable.model.LiveEntity;
import org.updatable.present.Filter;
import org.updatable.present.WholeRow;

/**
 * What those who may see the same of an entity observe of it: each row is read once, and written once, for all of them. Belongs
 * to one thread at a time.
 */
final class View {
    /** Of so many rows it is remembered what they looked like when they were first observed. */
    private static final int FEW = 500;

    /** Of a whole table with more rows it is not remembered which there are. */
    private static final int MANY = 10_000;

    /** A selection of more rows is refused. */
    private static final int TOO_MANY = 100_000;

    private final LiveEntity entity;
    private final Visible visible;
    private final Reader reader;
    private final Map<String, Shown> rows = new HashMap<>();
    private final Map<Filter, Shown> selections = new LinkedHashMap<>();
    private final Set<Filter> large = new HashSet<>();

    View(LiveEntity entity, Visible visible, Reader reader) {
        this.entity = entity;
        this.visible = visible;
        this.reader = reader;
    }

    Visible visible() {
        return visible;
    }

    boolean isEmpty() {
        return rows.isEmpty() && selections.isEmpty();
    }

    /**
     * Begins to observe; the second one who observes the same costs no query.
     *
     * @return what is there; null for a selection of too many rows
     */
    @Nullable
    Shown join(Observation observation) {
        Shown shown = shown(observation);
        if (shown == null) shown = begin(observation);
        if (shown != null) shown.observers().add(observation);
        return shown;
    }

    private @Nullable Shown shown(Observation observation) {
        Key pk = observation.pk();
        return pk == null ? selections.get(observation.filter()) : rows.get(pk.text());
    }

    private @Nullable Shown begin(Observation observation) {
        Shown shown = new Shown();
        Key pk = observation.pk();
        if (pk != null) {
            read(Set.of(pk.text())).forEach(shown::found);
            rows.put(pk.text(), shown);
            return shown;
        }
        Filter filter = observation.filter();
        boolean isTable = filter.values().isEmpty() && visible.where() == null;
        int most = isTable ? MANY : TOO_MANY;
        Set<String> ids = reader.ids(entity, visible, filter, most + 1);
        if (ids.size() > most && !isTable) return null;
        if (ids.size() > most) large.add(filter);
        else ids.forEach(id -> shown.found(id, null));
        if (ids.size() <= FEW) read(ids).forEach(shown::found);
        selections.put(filter, shown);
        return shown;
    }

    /** Which rows are there for an observation. */
    Set<String> idsOf(Observation observation) {
        Shown shown = shown(observation);
        return shown == null ? Set.of() : shown.ids();
    }

    /** Observes no more. */
    void leave(Observation observation) {
        Shown shown = shown(observation);
        if (shown == null || !shown.observers().remove(observation)) return;
        if (!shown.observers().isEmpty()) return;
        Key pk = observation.pk();
        if (pk != null) rows.remove(pk.text());
        else {
            selections.remove(observation.filter());
            large.remove(observation.filter());
        }
    }

    /** Reads rows, as they are written for all. */
    Map<String, RowText> read(Collection<String> ids) {
        Map<String, RowText> texts = new LinkedHashMap<>();
        if (!ids.isEmpty()) reader.of(entity, visible, ids, List.of()).forEach((id, row) -> texts.put(id, text(row)));
        return texts;
    }

    static RowText text(WholeRow row) {
        return RowText.of(row.id(), row.key(), row.values());
    }

    /**
     * Reads what may have changed, once for all, and says what that means for each who observes it.
     *
     * @return whether there was anything to read
     */
    boolean refresh(Change change, Map<Client, List<Delivery>> events) {
        Set<String> ids = concerned(change);
        if (ids.isEmpty()) return false;
        Map<String, WholeRow> found = reader.of(entity, visible, ids, selections.keySet());
        for (String id : ids) {
            WholeRow row = found.get(id);
            RowText text = row == null ? null : text(row);
            Shown single = rows.get(id);
            if (single != null) single.now(id, text, (kind, now) -> tell(single, kind, id, now, events));
            selections.forEach((filter, shown) -> {
                if (large.contains(filter)) {
                    Event.Kind kind = change.created().contains(id) ? Event.Kind.CREATE : Event.Kind.UPDATE;
                    tell(shown, text == null ? Event.Kind.DELETE : kind, id, text, events);
                } else {
                    boolean passes = row != null && row.passes().contains(filter);
                    shown.now(id, passes ? text : null, (kind, now) -> tell(shown, kind, id, now, events));
                }
            });
        }
        return true;
    }

    private Set<String> concerned(Change change) {
        Set<String> ids = new LinkedHashSet<>();
        for (String id : change.ids()) if (!selections.isEmpty() || rows.containsKey(id)) ids.add(id);
        if (!change.isOfAll()) return ids;
        ids.addAll(rows.keySet());
        selections.forEach((filter, shown) -> {
            ids.addAll(shown.ids());
            if (!large.contains(filter)) ids.addAll(reader.ids(entity, visible, filter, TOO_MANY));
        });
        return ids;
    }

    private void tell(
            Shown shown, Event.Kind kind, String id, @Nullable RowText text, Map<Client, List<Delivery>> events) {
        for (Observation observation : shown.observers())
            events.computeIfAbsent(observation.client(), first -> new ArrayList<>())
                    .add(event(observation, kind, id, text));
    }

    /** One row that is there again was never more than changed, for who observes it alone. */
    Event event(Observation observation, Event.Kind kind, String id, @Nullable RowText text) {
        Key pk = observation.pk();
        boolean isUpdate = kind == Event.Kind.CREATE && !observation.isOfMany();
        return new Event(
                observation.client().about(observation, id),
                isUpdate ? Event.Kind.UPDATE : kind,
                observation.framing(),
                pk == null ? RowText.key(id, entity.id().plain(id)) : pk,
                text);
    }
}
