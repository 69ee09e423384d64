package org.updatable.capture.eclipselink;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.updatable.capture.Capture;
import org.updatable.capture.ChangeSource;
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
        if (!session.hasExternalTransactionController())
            session.getEventManager().addListener(new LocalCommits());
        // On the root only: a listener on root and child hears each event of the child twice.
        for (LiveEntity entity : entities)
            session.getDescriptor(entity.javaType()).getEventManager().addListener(new EntityListener(entity, capture));
    }
}
