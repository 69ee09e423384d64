package org.updatable.backplane;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.updatable.change.ChangeSet;

/**
 * What transactions of this node have changed, from before they commit until that is published. What is read meanwhile may
 * hold a part of it already.
 */
@ApplicationScoped
public class InFlight {
    /** Not of all transactions a provider says that they were rolled back: what nobody holds any more was. */
    private final Map<ChangeSet, Boolean> all = Collections.synchronizedMap(new WeakHashMap<>());

    /** Made by the container. */
    public InFlight() {}

    /**
     * A transaction is about to change something.
     *
     * @param changes what it changes, from now on
     */
    public void begin(ChangeSet changes) {
        all.put(changes, true);
    }

    /**
     * It is published, or was rolled back.
     *
     * @param changes what it changed
     */
    public void end(ChangeSet changes) {
        all.remove(changes);
    }

    /**
     * All of them.
     *
     * @return in no order
     */
    public List<ChangeSet> all() {
        synchronized (all) {
            return List.copyOf(all.keySet());
        }
    }
}
