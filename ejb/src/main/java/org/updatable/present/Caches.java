package org.updatable.present;

import jakarta.persistence.EntityManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Knows how the second-level cache of one JPA provider is kept from taking back what it is told to forget: a query that has begun
 * before the row was changed may bring it afterwards, as it was. Found by {@link java.util.ServiceLoader}.
 */
public interface Caches {

    /**
     * Whether a unit is this provider's.
     *
     * @param unit any persistence unit
     * @return true when its cache can {@link #refuse}
     */
    boolean knows(EntityManagerFactory unit);

    /**
     * From now on, the cache does not keep what queries bring that have begun by now.
     *
     * @param unit one that it {@link #knows}
     * @param type of an entity
     * @param id of the row, as JPA knows it; null for every row
     */
    void refuse(EntityManagerFactory unit, Class<?> type, @Nullable Object id);
}
