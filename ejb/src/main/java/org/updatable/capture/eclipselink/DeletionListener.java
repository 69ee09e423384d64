package org.updatable.capture.eclipselink;

import java.util.Set;
import java.util.function.Function;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.updatable.capture.Capture;
import org.updatable.capture.CommitSlot;
import org.updatable.capture.Tables;

/** Hears of each deleted row of one class, live or not, after which the database deletes or changes rows of live ones. */
final class DeletionListener extends DescriptorEventAdapter {
    private final Set<String> deletedFrom;
    private final Tables tables;
    private final Capture capture;
    private final Function<AbstractSession, CommitSlot> slots;

    DeletionListener(
            Set<String> deletedFrom, Tables tables, Capture capture, Function<AbstractSession, CommitSlot> slots) {
        this.deletedFrom = deletedFrom;
        this.tables = tables;
        this.capture = capture;
        this.slots = slots;
    }

    @Override
    public void postDelete(DescriptorEvent event) {
        capture.touched(
                () -> slots.apply(event.getSession()), tables, known -> known.changedByDeletingFrom(deletedFrom));
    }
}
