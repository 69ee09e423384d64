package org.updatable.capture;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModel;

/** Lets the change source of each persistence unit observe the unit's live entities, once at start. */
@Startup
@Singleton(name = "org.updatable.Observation")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Observation {
    private static final Logger LOG = System.getLogger("org.updatable");

    @Inject
    LiveModel model;

    @Inject
    Capture capture;

    /** Made by the container. */
    public Observation() {}

    @PostConstruct
    void begin() {
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
