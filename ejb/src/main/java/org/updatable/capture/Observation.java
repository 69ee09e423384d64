package org.updatable.capture;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.updatable.EntityChanged;
import org.updatable.backplane.Backplane;
import org.updatable.backplane.Lane;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModel;

/** Lets the change source of each persistence unit observe the unit's live entities, once at start. */
@Startup
@Singleton(name = "org.updatable.Observation")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Observation {
    private static final Logger LOG = System.getLogger("org.updatable");

    /** A transaction whose outcome was not known has ended by then, as far as one can tell. */
    private static final Duration LATER = Duration.ofSeconds(5);

    @Inject
    LiveModel model;

    @Inject
    Capture capture;

    @Inject
    Backplane backplane;

    @Inject
    Event<EntityChanged> observers;

    @Resource
    ManagedExecutorService threads;

    @Resource
    ManagedScheduledExecutorService timer;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    /** Made by the container. */
    public Observation() {}

    @PostConstruct
    void begin() {
        capture.begin(new Publication(backplane, observers::fire, new Lane(threads), this::later), transactions);
        List<ChangeSource> sources = sources();
        if (model.units().isEmpty())
            LOG.log(Level.WARNING, "No entity is live: write @Updatable on one, and inject its @PersistenceContext.");
        for (EntityManagerFactory unit : model.units()) {
            List<LiveEntity> entities = model.entitiesOf(unit);
            sources.stream()
                    .filter(source -> knows(source, unit))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "No ChangeSource knows %s. Use EclipseLink, or write a ChangeSource.".formatted(unit)))
                    .observe(unit, entities, capture);
            LOG.log(
                    Level.INFO,
                    "Live entities: {0}",
                    entities.stream()
                            .map(entity ->
                                    entity.namespace() + entity.properties().keySet())
                            .collect(Collectors.joining(", ")));
        }
    }

    private void later(Runnable work) {
        var unused = timer.schedule(work, LATER.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static List<ChangeSource> sources() {
        return ServiceLoader.load(ChangeSource.class, ChangeSource.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static boolean knows(ChangeSource source, EntityManagerFactory unit) {
        try {
            return source.knows(unit);
        } catch (LinkageError providerIsAbsent) {
            return false;
        }
    }
}
