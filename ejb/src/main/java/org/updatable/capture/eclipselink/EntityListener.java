package org.updatable.capture.eclipselink;

import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.ObjectLevelModifyQuery;
import org.eclipse.persistence.sessions.changesets.AggregateChangeRecord;
import org.eclipse.persistence.sessions.changesets.ChangeRecord;
import org.eclipse.persistence.sessions.changesets.ObjectChangeSet;
import org.updatable.capture.Capture;
import org.updatable.capture.CommitSlot;
import org.updatable.capture.RowObserver;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveProperty;

/** Hears of each insert, update and delete of one class of a live entity, at the flush. */
final class EntityListener extends DescriptorEventAdapter {
    private final ClassDescriptor descriptor;
    private final LiveEntity entity;
    private final Capture capture;
    private final Function<AbstractSession, CommitSlot> slots;

    EntityListener(
            ClassDescriptor descriptor,
            LiveEntity entity,
            Capture capture,
            Function<AbstractSession, CommitSlot> slots) {
        this.descriptor = descriptor;
        this.entity = entity;
        this.capture = capture;
        this.slots = slots;
    }

    @Override
    public void postInsert(DescriptorEvent event) {
        saw(event, RowObserver::created);
    }

    @Override
    public void postUpdate(DescriptorEvent event) {
        saw(event, row -> update(event, row));
    }

    @Override
    public void postDelete(DescriptorEvent event) {
        saw(event, RowObserver::deleted);
    }

    private void saw(DescriptorEvent event, Consumer<RowObserver> what) {
        // Each class of a hierarchy has its own listener, and one that was there before the session began also hears of
        // the classes below it.
        if (event.getDescriptor() != descriptor) return;
        capture.saw(() -> slots.apply(event.getSession()), entity, event.getSource(), what);
    }

    private void update(DescriptorEvent event, RowObserver row) {
        // The event's own change set is null in post events; the query has it.
        ObjectChangeSet changes = ((ObjectLevelModifyQuery) event.getQuery()).getObjectChangeSet();
        for (LiveProperty property : entity.propertiesOf(event.getSource())) {
            switch (property.kind()) {
                case DERIVED -> row.changed(property);
                case COLLECTION -> {
                    if (changes.getChangesForAttributeNamed(property.name()) != null) row.changed(property);
                }
                case ATTRIBUTE, REFERENCE -> update(property, changes, row);
                case INVERSE, DISTANT -> {
                    // changes with other rows
                }
            }
        }
    }

    /** Follows the name of a part through the change sets of the embeddables around it. */
    private static void update(LiveProperty property, ObjectChangeSet entityChanges, RowObserver row) {
        ObjectChangeSet changes = entityChanges;
        for (String step : property.attributes()) {
            ChangeRecord record = changes.getChangesForAttributeNamed(step);
            if (record == null) return;
            if (!(record instanceof AggregateChangeRecord embeddable)) {
                row.updated(property, property.said(record.getOldValue()));
                return;
            }
            changes = embeddable.getChangedObject();
            if (changes == null || changes.isNew()) {
                row.changed(property);
                return;
            }
        }
    }
}
