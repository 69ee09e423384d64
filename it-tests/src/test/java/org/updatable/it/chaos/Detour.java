package org.updatable.it.chaos;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.updatable.backplane.Backplane;
import org.updatable.backplane.LocalBackplane;
import org.updatable.change.Commit;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Touched;

/**
 * The way from a commit to the browsers, longer for some than for others: what committed first often arrives last, and now and
 * then it is closed. When it is told to lie, every commit claims to have begun just now, after all that was told before. When it
 * is told to tear, each fact goes by itself; when it is told to be deaf, what only may have changed does not arrive; when it is
 * told to lose, nobody hears that it was closed.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class Detour implements Backplane {
    private static final int ONE_OF = 3;
    private static final int ONE_OF_MANY = 100;
    private static final int LONGEST = 6;
    private static final long LONG = 1_000_000_000L;

    private final LocalBackplane way = new LocalBackplane();
    private volatile boolean lies;
    private volatile boolean tears;
    private volatile boolean isDeaf;
    private volatile boolean loses;

    void lies(boolean now) {
        lies = now;
    }

    void tears(boolean now) {
        tears = now;
    }

    void isDeaf(boolean now) {
        isDeaf = now;
    }

    void loses(boolean now) {
        loses = now;
    }

    @Override
    public void deliver(Commit commit) {
        way.deliver(commit);
    }

    @Override
    public void publish(Commit commit) {
        if (ThreadLocalRandom.current().nextInt(ONE_OF) == 0) linger();
        if (ThreadLocalRandom.current().nextInt(loses ? ONE_OF : ONE_OF_MANY) == 0) {
            if (loses) return;
            throw new IllegalStateException("The way is closed.");
        }
        if (isDeaf) way.publish(known(commit));
        else if (tears) commit.facts().forEach(fact -> way.publish(only(fact, commit)));
        else way.publish(lies ? asIfNew(commit) : commit);
    }

    @Override
    public void subscribe(Consumer<Commit> subscriber) {
        way.subscribe(subscriber);
    }

    private static Commit asIfNew(Commit commit) {
        Map<Row, Long> written = new HashMap<>();
        commit.written().keySet().forEach(row -> written.put(row, System.nanoTime() + LONG));
        return new Commit(commit.facts(), written, System.nanoTime());
    }

    private static Commit known(Commit commit) {
        List<Fact> known = commit.facts().stream()
                .filter(fact -> !(fact instanceof Touched))
                .toList();
        return new Commit(known, commit.written(), commit.published());
    }

    private static Commit only(Fact fact, Commit commit) {
        linger();
        return new Commit(List.of(fact), commit.written(), System.nanoTime());
    }

    private static void linger() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
