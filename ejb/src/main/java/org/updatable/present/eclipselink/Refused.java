package org.updatable.present.eclipselink;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;
import org.eclipse.persistence.internal.identitymaps.CacheKey;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.ObjectBuildingQuery;

/**
 * What of an entity is not kept in the cache, by which query brings it: EclipseLink numbers queries as they begin. An object is
 * invalid again as soon as such a query has built it.
 */
final class Refused extends DescriptorEventAdapter {
    private static final String NAME = Refused.class.getName();

    /** A query that takes longer may bring back what was before. */
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();

    /** Of more than these, every row is refused. */
    private static final int ROWS = 10_000;

    /** The last query that had begun when a row was forgotten, by the key of the row. */
    private final Map<Object, Long> queries = new ConcurrentHashMap<>();

    private final Queue<Row> oldestFirst = new ArrayDeque<>();
    private volatile long queryOfAll;

    /** What begins later is kept, of whichever row: most queries need not be looked at any further. */
    private volatile long newest;

    /** @param at when it was forgotten, by {@link System#nanoTime} */
    private record Row(Object key, long query, long at) {}

    private Refused() {}

    /** That of an entity, which has one from now on. */
    static Refused of(ClassDescriptor descriptor) {
        synchronized (descriptor) {
            if (descriptor.getProperty(NAME) instanceof Refused there) return there;
            Refused first = new Refused();
            descriptor.setProperty(NAME, first);
            descriptor.getEventManager().addListener(first);
            return first;
        }
    }

    synchronized void addAll(AbstractSession session) {
        newest = session.getNextQueryId();
        queryOfAll = newest;
        queries.clear();
        oldestFirst.clear();
    }

    synchronized void add(Object key, AbstractSession session) {
        long now = System.nanoTime();
        for (Row oldest = oldestFirst.peek();
                oldest != null && now - oldest.at() > LONGEST;
                oldest = oldestFirst.peek()) {
            queries.remove(oldest.key(), oldest.query());
            oldestFirst.remove();
        }
        if (oldestFirst.size() >= ROWS) {
            addAll(session);
            return;
        }
        newest = session.getNextQueryId();
        queries.put(key, newest);
        oldestFirst.add(new Row(key, newest, now));
    }

    @Override
    public void postBuild(DescriptorEvent event) {
        check(event);
    }

    @Override
    public void postRefresh(DescriptorEvent event) {
        check(event);
    }

    private void check(DescriptorEvent event) {
        AbstractSession session = event.getSession();
        if (!(event.getQuery() instanceof ObjectBuildingQuery query) || query.getQueryId() > newest) return;
        if (session.isUnitOfWork()) return;
        ClassDescriptor descriptor = session.getDescriptor(event.getObject());
        Object key = descriptor.getObjectBuilder().extractPrimaryKeyFromObject(event.getObject(), session);
        if (query.getQueryId() > Math.max(queryOfAll, queries.getOrDefault(key, 0L))) return;
        CacheKey cached = session.getIdentityMapAccessorInstance()
                .getCacheKeyForObject(key, descriptor.getJavaClass(), descriptor, false);
        if (cached != null) cached.setInvalidationState(CacheKey.CACHE_KEY_INVALID);
    }
}
