package org.updatable.present;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updatable.counters.Failures;
import org.updatable.model.LiveEntity;
import org.updatable.service.Services;

/** Removes from the second-level caches what was changed in a way that the providers have not seen. */
final class SecondLevelCaches {
    private static final List<Caches> KNOWN = Services.of(Caches.class);

    private SecondLevelCaches() {}

    /** Forgets rows by their ids as text; every row of the entity when there are none, or when JPA's ids have parts. */
    static void forget(LiveEntity entity, Set<String> ids) {
        try {
            if (ids.isEmpty() || !entity.id().isOneValue()) forgetAll(entity);
            else for (String id : ids) entity.id().values(id).ifPresent(values -> forgetOne(entity, values.get(0)));
        } catch (RuntimeException failure) {
            Failures.report(
                    "A cache kept what was changed: " + entity.namespace() + " may be rendered as it was.", failure);
        }
    }

    private static void forgetAll(LiveEntity entity) {
        refuse(entity, null);
        entity.unit().getCache().evict(entity.javaType());
    }

    private static void forgetOne(LiveEntity entity, Object id) {
        refuse(entity, id);
        entity.unit().getCache().evict(entity.javaType(), id);
    }

    private static void refuse(LiveEntity entity, @Nullable Object id) {
        EntityManagerFactory unit = entity.unit();
        for (Caches caches : KNOWN) if (caches.knows(unit)) caches.refuse(unit, entity.javaType(), id);
    }
}
