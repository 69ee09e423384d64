package org.updatable.capture;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.updatable.EntityChanged;
import org.updatable.backplane.Backplane;
import org.updatable.backplane.InFlight;
import org.updatable.backplane.Lane;
import org.updatable.counters.Failures;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModel;

/** Lets the change source of each persistence unit observe the unit's live entities, once at start. */
@Startup
@Singleton(name = "org.updatable.Observation")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Observation {
    private static final Logger LOG = System.getLogger("org.updatable");

    private static final String NOTHING_IS_LIVE =
            "No entity is live: write @Updatable on one, and inject its @PersistenceContext.";
    private static final String OUTSIDE =
            "@Updatable is not seen where these classes are, outside of the WAR that has updatable-ejb in its WEB-INF/lib:"
                    + " %s. Put the live entities, persistence.xml and the beans that use them into the WAR, in"
                    + " WEB-INF/classes or in a jar in WEB-INF/lib.";
    /** How many of many names a sentence says. */
    private static final int FEW = 3;

    /** A transaction whose outcome was not known has ended by then, as far as one can tell. */
    private static final Duration LATER = Duration.ofSeconds(5);

    @Inject
    LiveModel model;

    @Inject
    Capture capture;

    @Inject
    Backplane backplane;

    @Inject
    InFlight inFlight;

    @Inject
    OwnTransactions own;

    @Inject
    OtherPrograms otherPrograms;

    @Inject
    Event<EntityChanged> observers;

    @Inject
    BeanManager beans;

    @Resource
    ManagedExecutorService threads;

    @Resource
    ManagedScheduledExecutorService timer;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    private @Nullable Future<?> everySecond;

    /** Made by the container. */
    public Observation() {}

    @PostConstruct
    void begin() {
        Executor afterwards = isObserved() ? Lane.of(threads, timer) : nobodyWaits -> {};
        capture.begin(
                new Publication(backplane, inFlight, otherPrograms, observers::fire, afterwards, this::later),
                transactions,
                own);
        try {
            if (!model.outside().isEmpty()) outside();
            else if (model.units().isEmpty()) LOG.log(Level.WARNING, NOTHING_IS_LIVE);
            ChangeSources sources = new ChangeSources(model);
            Set<ChangeSource> observing = new HashSet<>();
            model.units().forEach(unit -> observe(unit, sources, observing));
            if (!observing.isEmpty())
                everySecond = timer.scheduleAtFixedRate(() -> tick(observing), 1, 1, TimeUnit.SECONDS);
        } catch (RuntimeException mistake) {
            LOG.log(Level.ERROR, sentence(mistake));
            throw mistake;
        }
    }

    /** Without an observer no commit has to ask the container for a thread, which takes Payara longer than a small commit. */
    private boolean isObserved() {
        EntityChanged any = new EntityChanged(Object.class, "", EntityChanged.Kind.UPDATED, Set.of(), null, null);
        return !beans.resolveObserverMethods(any).isEmpty();
    }

    /** The application ends. */
    @PreDestroy
    void end() {
        if (everySecond != null) everySecond.cancel(false);
    }

    private static void tick(Collection<ChangeSource> observing) {
        try {
            observing.forEach(ChangeSource::tick);
        } catch (RuntimeException | LinkageError failure) { // a timer that throws is never called again
            Failures.report("A change source could not see to its provider.", failure);
        }
    }

    private void observe(EntityManagerFactory unit, ChangeSources sources, Collection<ChangeSource> observing) {
        List<LiveEntity> entities = model.entitiesOf(unit);
        ChangeSource source = sources.of(unit);
        source.observe(unit, entities, capture);
        observing.add(source);
        LOG.log(
                Level.INFO,
                "Live entities: {0}",
                entities.stream()
                        .map(entity -> entity.namespace() + fields(entity))
                        .collect(Collectors.joining(", ")));
    }

    private static Set<String> fields(LiveEntity entity) {
        Set<String> fields = new TreeSet<>(entity.properties().keySet());
        entity.contexts().keySet().forEach(name -> fields.add(name + ".*"));
        return fields;
    }

    /** Beside live entities they may be meant to be as they are; alone they are a layout that cannot work. */
    private void outside() {
        String sentence = OUTSIDE.formatted(some(model.outside()));
        if (model.units().isEmpty()) throw new IllegalStateException("No entity is live. " + sentence);
        LOG.log(Level.WARNING, sentence);
    }

    private static String some(Collection<String> names) {
        String first = names.stream().limit(FEW).collect(Collectors.joining(", "));
        return names.size() > FEW ? first + " and " + (names.size() - FEW) + " more" : first;
    }

    /** The containers wrap what we say in exceptions of their own, and log a page of them. */
    private static String sentence(Throwable mistake) {
        Throwable innermost = mistake;
        while (innermost.getCause() != null) innermost = innermost.getCause();
        return String.valueOf(innermost.getMessage());
    }

    private void later(Runnable work) {
        var unused = timer.schedule(work, LATER.toMillis(), TimeUnit.MILLISECONDS);
    }
}
