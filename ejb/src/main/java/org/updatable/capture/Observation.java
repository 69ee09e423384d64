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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
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

    private static final String NOTHING_IS_LIVE =
            "No entity is live: write @Updatable on one, and inject its @PersistenceContext.";
    private static final String OUTSIDE =
            "@Updatable is not seen where these classes are, outside of the WAR that has updatable-ejb in its WEB-INF/lib:"
                    + " %s. Put the live entities, persistence.xml and the beans that use them into the WAR, in"
                    + " WEB-INF/classes or in a jar in WEB-INF/lib.";
    private static final String NO_CHANGE_SOURCE =
            "No ChangeSource knows the provider of %s, which has %s. Let EclipseLink or Hibernate run it, with"
                    + " <provider>org.eclipse.persistence.jpa.PersistenceProvider</provider> or"
                    + " <provider>org.hibernate.jpa.HibernatePersistenceProvider</provider> in its persistence.xml, or"
                    + " write a ChangeSource.";

    /** Open Liberty keeps its own libraries from applications unless it is told otherwise. */
    private static final String HIDDEN_PROVIDER =
            "EclipseLink runs %s, and the server lets no application see its classes. On Open Liberty write <classloader"
                    + " apiTypeVisibility=\"+third-party\"/> into the <webApplication> of server.xml.";

    private static final String ECLIPSELINK = "org.eclipse.persistence.";

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
        try {
            if (!model.outside().isEmpty()) outside();
            else if (model.units().isEmpty()) LOG.log(Level.WARNING, NOTHING_IS_LIVE);
            List<ChangeSource> sources = sources();
            model.units().forEach(unit -> observe(unit, sources));
        } catch (RuntimeException mistake) {
            LOG.log(Level.ERROR, sentence(mistake));
            throw mistake;
        }
    }

    private void observe(EntityManagerFactory unit, List<ChangeSource> sources) {
        List<LiveEntity> entities = model.entitiesOf(unit);
        sources.stream()
                .filter(source -> knows(source, unit))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(unknown(unit, entities)))
                .observe(unit, entities, capture);
        LOG.log(
                Level.INFO,
                "Live entities: {0}",
                entities.stream()
                        .map(entity -> entity.namespace() + entity.properties().keySet())
                        .collect(Collectors.joining(", ")));
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

    private String unknown(EntityManagerFactory unit, List<LiveEntity> entities) {
        String name = model.nameOf(unit);
        String said = name.isEmpty() ? "the persistence unit" : "persistence unit \"%s\"".formatted(name);
        if (isHidden(unit.getMetamodel().getClass().getName())) return HIDDEN_PROVIDER.formatted(said);
        return NO_CHANGE_SOURCE.formatted(
                said,
                entities.stream().map(entity -> entity.javaType().getName()).collect(Collectors.joining(", ")));
    }

    private static boolean isHidden(String ofProvider) {
        try {
            Class.forName(ofProvider, false, Observation.class.getClassLoader());
            return false;
        } catch (ClassNotFoundException notSeen) {
            return ofProvider.startsWith(ECLIPSELINK);
        }
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

    /** A source whose provider is absent may not even be made. The loader goes on with the next one. */
    private static List<ChangeSource> sources() {
        List<ChangeSource> sources = new ArrayList<>();
        Iterator<ChangeSource> found = ServiceLoader.load(ChangeSource.class, ChangeSource.class.getClassLoader())
                .iterator();
        while (true) {
            try {
                if (!found.hasNext()) return sources;
                sources.add(found.next());
            } catch (ServiceConfigurationError | LinkageError absent) { // JDK 17 wraps it, JDK 25 does not
                if (!(absent instanceof LinkageError) && !(absent.getCause() instanceof LinkageError)) throw absent;
            }
        }
    }

    private static boolean knows(ChangeSource source, EntityManagerFactory unit) {
        try {
            return source.knows(unit);
        } catch (LinkageError providerIsAbsent) {
            return false;
        }
    }
}
