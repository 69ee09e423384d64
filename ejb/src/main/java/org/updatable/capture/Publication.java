package org.updatable.capture;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.updatable.EntityChanged;
import org.updatable.backplane.Backplane;
import org.updatable.backplane.Lane;
import org.updatable.change.ChangeSet;
import org.updatable.change.Fact;
import org.updatable.counters.Failures;

/** Tells the others what a transaction committed. Never throws: the transaction is over, its caller must not notice. */
@ApplicationScoped
class Publication {
    private static final Duration AGAIN = Duration.ofSeconds(5);

    @Inject
    Backplane backplane;

    @Inject
    Event<EntityChanged> events;

    @Resource
    ManagedExecutorService threads;

    @Resource
    ManagedScheduledExecutorService timer;

    private Executor observers = Runnable::run;

    @PostConstruct
    void start() {
        observers = new Lane(threads);
    }

    /** The transaction committed. */
    void committed(ChangeSet changes, @Nullable UnitOfUpdates unit) {
        try {
            List<Fact> facts = changes.facts();
            if (!facts.isEmpty() && !published(facts)) doubtful(changes);
            List<EntityChanged> changed =
                    changes.events(unit == null ? null : unit.actor(), unit == null ? null : unit.tab());
            if (!changed.isEmpty()) observers.execute(() -> changed.forEach(this::fire));
        } catch (Throwable failure) {
            Failures.report("A commit could not be told. It is told as \"something changed\".", failure);
            doubtful(changes);
        }
    }

    /** The transaction may have committed, or may still do so: who shows its rows reads them, now and a little later. */
    void doubtful(ChangeSet changes) {
        try {
            changes.mute();
            List<Fact> facts = changes.facts();
            if (facts.isEmpty()) return;
            published(facts);
            var unused = timer.schedule(() -> published(facts), AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Throwable failure) {
            Failures.report("A commit could not be told at all: pages show old values until they are loaded.", failure);
        }
    }

    private boolean published(List<Fact> facts) {
        try {
            backplane.publish(facts);
            return true;
        } catch (Throwable failure) {
            Failures.report("The backplane refused a commit. It is offered again as \"something changed\".", failure);
            return false;
        }
    }

    void fire(EntityChanged changed) {
        try {
            events.fire(changed);
        } catch (RuntimeException thrown) {
            Failures.report("An observer of EntityChanged failed; the other rows of the commit go on.", thrown);
        }
    }
}
