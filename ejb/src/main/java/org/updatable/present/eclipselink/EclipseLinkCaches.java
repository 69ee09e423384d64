package org.updatable.present.eclipselink;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.Nullable;
import org.updatable.present.Caches;

/** The second-level caches of EclipseLink. */
public final class EclipseLinkCaches implements Caches {
    private final Class<ServerSession> type = ServerSession.class;

    /** Made by {@link java.util.ServiceLoader}. */
    public EclipseLinkCaches() {}

    @Override
    public boolean knows(EntityManagerFactory unit) {
        try {
            return unit.unwrap(type) != null;
        } catch (PersistenceException | ClassCastException anotherProvider) {
            return false;
        }
    }

    @Override
    public void refuse(EntityManagerFactory unit, Class<?> entity, @Nullable Object id) {
        ServerSession session = unit.unwrap(type);
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            if (!entity.isAssignableFrom(descriptor.getJavaClass())) continue;
            Refused refused = Refused.of(descriptor);
            if (id == null) refused.addAll(session);
            else refused.add(descriptor.getCMPPolicy().createPrimaryKeyFromId(id, session), session);
        }
    }
}
