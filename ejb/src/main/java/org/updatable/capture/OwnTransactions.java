package org.updatable.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.updatable.change.Commit;

/**
 * The transactions of this node, by the numbers that their databases give them: what a database says of one of them has been
 * told already, as far as we have seen it.
 */
@ApplicationScoped
public class OwnTransactions {
    /** Their database says of them what it has to say a moment after they have committed. */
    private static final int MOST_REMEMBERED = 10_000;

    private final Map<Object, TransactionNumbers> byUnit = new ConcurrentHashMap<>();
    private final Map<String, Known> known = new LinkedHashMap<>();

    /** Made by the container. */
    public OwnTransactions() {}

    /**
     * The numbers that the database of a unit gives.
     *
     * @param unit a persistence unit; the container wraps it anew at each injection point
     * @return the same for the same unit
     */
    public TransactionNumbers of(EntityManagerFactory unit) {
        return byUnit.computeIfAbsent(unit.getMetamodel(), first -> new TransactionNumbers(this, byUnit.size()));
    }

    /**
     * Asks what one of them has told, which is known when it has ended.
     *
     * @param number as {@link TransactionNumbers#of} writes it
     * @param then is told the commit; null when it is none of ours, or nobody knows what it has told
     */
    public void ask(String number, Consumer<@Nullable Commit> then) {
        Commit told;
        synchronized (known) {
            Known one = known.get(number);
            if (one != null && one.commit == null && !one.ended) {
                one.asking.add(then);
                return;
            }
            told = one == null ? null : one.commit;
        }
        then.accept(told);
    }

    void begins(String number) {
        List<Consumer<@Nullable Commit>> forgotten = new ArrayList<>();
        synchronized (known) {
            known.put(number, new Known());
            var eldest = known.values().iterator();
            for (int tooMany = known.size() - MOST_REMEMBERED; tooMany > 0; tooMany--) {
                forgotten.addAll(eldest.next().asking);
                eldest.remove();
            }
        }
        forgotten.forEach(asking -> asking.accept(null));
    }

    /** @param commit what it has told; null when nobody knows */
    void ended(String number, @Nullable Commit commit) {
        List<Consumer<@Nullable Commit>> asking;
        synchronized (known) {
            Known one = known.get(number);
            if (one == null || one.ended) return;
            one.commit = commit;
            one.ended = true;
            asking = List.copyOf(one.asking);
            one.asking.clear();
        }
        asking.forEach(one -> one.accept(commit));
    }

    /** One of them. */
    private static final class Known {
        private final List<Consumer<@Nullable Commit>> asking = new ArrayList<>();
        private @Nullable Commit commit;
        private boolean ended;
    }
}
