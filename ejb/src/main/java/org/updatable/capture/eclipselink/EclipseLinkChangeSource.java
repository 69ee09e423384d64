package org.updatable.capture.eclipselink;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.function.Function;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.updatable.capture.Capture;
import org.updatable.capture.ChangeSource;
import org.updatable.capture.CommitSlot;
import org.updatable.model.LiveEntity;

/** Observes EclipseLink's descriptors; the application configures nothing. */
public final class EclipseLinkChangeSource implements ChangeSource {

    /** Made by the service loader. */
    public EclipseLinkChangeSource() {}

    @Override
    public boolean knows(EntityManagerFactory unit) {
        try {
            return unit.unwrap(ServerSession.class) != null;
        } catch (PersistenceException | ClassCastException anotherProvider) {
            return false;
        }
    }

    @Override
    public void observe(EntityManagerFactory unit, Collection<LiveEntity> entities, Capture capture) {
        ServerSession session = unit.unwrap(ServerSession.class);
        // Asked here, not at the flush: a unit of work answers that it has none.
        boolean jta = session.hasExternalTransactionController();
        if (!jta) session.getEventManager().addListener(new LocalCommits());
        Function<AbstractSession, CommitSlot> slots =
                jta ? unitOfWork -> capture.jtaSlot() : unitOfWork -> LocalCommits.slot(unitOfWork, capture);
        for (LiveEntity entity : entities) {
            for (ClassDescriptor descriptor : session.getDescriptors().values()) {
                if (entity.javaType().isAssignableFrom(descriptor.getJavaClass()))
                    descriptor.getEventManager().addListener(new EntityListener(descriptor, entity, capture, slots));
            }
        }
    }
}
