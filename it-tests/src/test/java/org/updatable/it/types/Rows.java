package org.updatable.it.types;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** One row of each sample entity, and what one may refer to instead. Each call is a transaction of the container's. */
@Singleton
@Startup
@LocalBean
public class Rows {
    @PersistenceContext
    private EntityManager manager;

    private final Map<Class<?>, Object> ids = new LinkedHashMap<>();
    private final Queue<Runnable> changes = new ArrayDeque<>();
    private int round;

    @PostConstruct
    void create() {
        NewRows.others().forEach(manager::persist);
        for (Object row : NewRows.ofEachEntity()) {
            manager.persist(row);
            ids.put(
                    row.getClass(),
                    manager.getEntityManagerFactory().getPersistenceUnitUtil().getIdentifier(row));
        }
    }

    /** The one of each entity, as the database has it. */
    public List<Object> all() {
        manager.clear();
        manager.getEntityManagerFactory().getCache().evictAll();
        return ids.keySet().stream().<Object>map(this::find).toList();
    }

    /** Does all that there is to do in the next round. */
    public void changeAll() {
        changes.clear();
        beginRound();
        while (left() > 0) changes.remove().run();
    }

    /** Does one thing more of the round, or the first of the next one. */
    public void changeNext() {
        if (left() == 0) beginRound();
        changes.remove().run();
    }

    /** How many things there are still to do in this round. */
    public int left() {
        return changes.size();
    }

    <E> E find(Class<E> type) {
        return manager.find(type, ids.get(type));
    }

    private void beginRound() {
        round++;
        changes.addAll(new Round(round, this, manager).changes());
    }
}
