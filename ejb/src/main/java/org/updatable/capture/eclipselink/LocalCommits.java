package org.updatable.capture.eclipselink;

import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.updatable.capture.Capture;
import org.updatable.capture.CommitSlot;

/**
 * The slots of units that do not take part in JTA (RESOURCE_LOCAL): each is kept in its unit of work, and published
 * when EclipseLink has committed that.
 */
final class LocalCommits extends SessionEventAdapter {
    private static final String SLOT = CommitSlot.class.getName();

    static CommitSlot slot(AbstractSession unitOfWork, Capture capture) {
        if (unitOfWork.getProperty(SLOT) instanceof CommitSlot slot) return slot;
        CommitSlot slot = capture.localSlot();
        unitOfWork.setProperty(SLOT, slot);
        return slot;
    }

    @Override
    public void postCommitUnitOfWork(SessionEvent event) {
        // The entity manager goes on with the same unit of work: its next transaction begins with an empty slot.
        if (event.getSession().getProperties().remove(SLOT) instanceof CommitSlot slot) slot.committed();
    }
}
