package org.updatable.capture;

import jakarta.persistence.EntityManagerFactory;
import java.util.Collection;
import java.util.List;
import org.updatable.model.LiveEntity;

/**
 * Knows how one JPA provider tells that entities change. Found by {@link java.util.ServiceLoader}, never a bean: an
 * implementation links against its provider, which need not be there.
 */
public interface ChangeSource {

    /**
     * Whether a unit is run by this source's provider.
     *
     * @param unit a persistence unit
     * @return true when {@link #observe} will work
     * @throws LinkageError when the provider is not there; taken as false
     */
    boolean knows(EntityManagerFactory unit);

    /**
     * From now on, tells {@code capture} about each insert, update and delete of these entities in this unit.
     *
     * @param unit a unit that it {@link #knows}
     * @param entities the live entities of the unit
     * @param capture who is told; no exception of the source's own may reach the application's call
     */
    void observe(EntityManagerFactory unit, Collection<LiveEntity> entities, Capture capture);

    /**
     * The database of a unit.
     *
     * @param unit a unit that it {@link #knows}
     * @return lends connections that are in no transaction of the application
     */
    Database database(EntityManagerFactory unit);

    /**
     * The tables of a unit that hold something of its live entities.
     *
     * @param unit a unit that it {@link #knows}
     * @param entities the live entities of the unit
     * @return those in which it is known which column holds what
     */
    List<LiveTable> tables(EntityManagerFactory unit, Collection<LiveEntity> entities);

    /** Called every second while it observes something, to see to what the provider forgets. What it throws is reported. */
    default void tick() {}
}
