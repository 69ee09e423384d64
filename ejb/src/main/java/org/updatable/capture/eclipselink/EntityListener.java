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
import org.updatable.change.ChangeSet;
import org.updatable.change.PlainValue;
import org.updatable.change.RowChange;
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
        saw(event, change -> create(event.getSource(), change));
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
        // Each class of a hierarchy has its own listener, and one that was there before the session began also hears of
        // the classes below it.
        if (event.getDescriptor() != descriptor) return;
        Consumer<ChangeSet> observation = changes -> {
            Object id = entity.idOf(event.getSource()).orElseThrow();
            what.accept(changes.row(entity.row(id), entity.javaType(), id));
        };
        capture.saw(() -> slots.apply(event.getSession()), entity, observation);
    }

    private void create(Object source, RowChange change) {
        change.created();
        for (LiveProperty property : entity.propertiesOf(source)) set(property, source, change);
    }

    private void update(DescriptorEvent event, RowChange change) {
        Object source = event.getSource();
        // The event's own change set is null in post events; the query has it.
        ObjectChangeSet changes = ((ObjectLevelModifyQuery) event.getQuery()).getObjectChangeSet();
        for (LiveProperty property : entity.propertiesOf(source)) {
            switch (property.kind()) {
                case DERIVED -> set(property, source, change);
                case COLLECTION -> {
                    if (changes.getChangesForAttributeNamed(property.name()) != null) set(property, source, change);
                }
                case ATTRIBUTE, REFERENCE -> update(property, changes, source, change);
            }
        }
    }

    /** Follows the name of a part through the change sets of the embeddables around it. */
    private void update(LiveProperty property, ObjectChangeSet entityChanges, Object source, RowChange change) {
        ObjectChangeSet changes = entityChanges;
        for (String step : property.attributes()) {
            ChangeRecord record = changes.getChangesForAttributeNamed(step);
            if (record == null) return;
            if (!(record instanceof AggregateChangeRecord embeddable)) {
                change.updated(
                        property.name(),
                        PlainValue.of(property.said(record.getOldValue())),
                        PlainValue.of(property.valueOf(source)));
                readWhereUnsure(property, source, change);
                return;
            }
            changes = embeddable.getChangedObject();
            if (changes == null || changes.isNew()) {
                set(property, source, change);
                return;
            }
        }
    }

    private void set(LiveProperty property, Object source, RowChange change) {
        boolean isLoaded = entity.isLoaded(property, source);
        change.set(property.name(), isLoaded ? PlainValue.of(property.valueOf(source)) : null);
        if (isLoaded) readWhereUnsure(property, source, change);
        else change.isToBeRead(property.name()); // nothing is asked of the database inside the user's transaction
    }

    private static void readWhereUnsure(LiveProperty property, Object source, RowChange change) {
        if (!property.comesBackFrom(source)) change.isToBeRead(property.name());
    }
}
