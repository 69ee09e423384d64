package org.updatable.capture.eclipselink;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.ObjectLevelModifyQuery;
import org.eclipse.persistence.sessions.changesets.ChangeRecord;
import org.eclipse.persistence.sessions.changesets.ObjectChangeSet;
import org.jspecify.annotations.Nullable;
import org.updatable.capture.Capture;
import org.updatable.capture.CommitSlot;
import org.updatable.change.ChangeSet;
import org.updatable.change.PlainValue;
import org.updatable.change.RowChange;
import org.updatable.model.LiveEntity;

/** Hears of each insert, update and delete of one live entity, at the flush. */
final class EntityListener extends DescriptorEventAdapter {
    private final LiveEntity entity;
    private final Capture capture;
    private final Function<AbstractSession, CommitSlot> slots;

    EntityListener(LiveEntity entity, Capture capture, Function<AbstractSession, CommitSlot> slots) {
        this.entity = entity;
        this.capture = capture;
        this.slots = slots;
    }

    @Override
    public void postInsert(DescriptorEvent event) {
        saw(event, change -> change.created(values(event)));
    }

    @Override
    public void postUpdate(DescriptorEvent event) {
        saw(event, change -> update(event, change));
    }

    @Override
    public void postDelete(DescriptorEvent event) {
        saw(event, RowChange::deleted);
    }

    private void saw(DescriptorEvent event, Consumer<RowChange> what) {
        Consumer<ChangeSet> observation = changes -> {
            Object id = event.getSession().getId(event.getSource());
            what.accept(changes.row(entity.row(id), entity.javaType(), id));
        };
        capture.saw(() -> slots.apply(event.getSession()), entity, observation);
    }

    private Map<String, @Nullable Object> values(DescriptorEvent event) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (String property : entity.properties().keySet()) values.put(property, valueNow(event, property));
        return values;
    }

    private void update(DescriptorEvent event, RowChange change) {
        // The event's own change set is null in post events; the query has it.
        ObjectChangeSet changeSet = ((ObjectLevelModifyQuery) event.getQuery()).getObjectChangeSet();
        for (ChangeRecord record : changeSet.getChanges()) {
            String property = record.getAttribute();
            if (entity.properties().containsKey(property))
                change.updated(property, PlainValue.of(record.getOldValue()), valueNow(event, property));
        }
    }

    private static @Nullable Object valueNow(DescriptorEvent event, String property) {
        Object source = event.getSource();
        return PlainValue.of(event.getSession()
                .getDescriptor(source)
                .getMappingForAttributeName(property)
                .getRealAttributeValueFromObject(source, event.getSession()));
    }
}
