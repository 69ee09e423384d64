package org.updatable.model;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import javax.naming.InitialContext;
import javax.naming.NameClassPair;
import javax.naming.NamingException;
import org.updatable.Updatable;
import org.updatable.counters.Failures;

/**
 * The persistence units that the application refers to. Each reference has a name below {@code java:comp/env}, where the
 * unit is found whatever it is called.
 */
public class PersistenceUnits implements Extension {
    private static final String ENVIRONMENT = "java:comp/env/";

    /** Where Jakarta EE recommends references that are not named after an injection point, such as those of web.xml. */
    private static final String DECLARED = "persistence";

    private final Map<String, String> unitsByReference = new ConcurrentSkipListMap<>();
    private final Map<Object, String> namesByUnit = new ConcurrentHashMap<>();
    private final Set<String> outside = new ConcurrentSkipListSet<>();

    /** Made by the container. */
    public PersistenceUnits() {}

    void collect(
            @Observes @WithAnnotations({PersistenceContext.class, PersistenceUnit.class})
                    ProcessAnnotatedType<?> type) {
        Class<?> bean = type.getAnnotatedType().getJavaClass();
        if (seesUs(bean)) unitsByReference.putAll(References.of(bean));
        else outside.add(bean.getName());
    }

    /**
     * Looks every unit up. Works in the naming context of a component of the application only, such as an EJB.
     *
     * @return each unit once
     */
    @SuppressWarnings("BanJNDI") // the names come from the application's own classes
    public List<EntityManagerFactory> factories() {
        collectListed();
        Map<Object, EntityManagerFactory> factories = new LinkedHashMap<>();
        unitsByReference.forEach((reference, unit) -> {
            try {
                EntityManagerFactory factory = factory(new InitialContext().lookup(ENVIRONMENT + reference));
                factories.putIfAbsent(identity(factory), factory);
                namesByUnit.merge(identity(factory), unit, (one, other) -> one.isEmpty() ? other : one);
            } catch (NamingException | RuntimeException notFound) {
                Failures.report(
                        "No persistence unit at " + ENVIRONMENT + reference + ": its entities are not live.", notFound);
            }
        });
        return List.copyOf(factories.values());
    }

    /**
     * What the application calls a unit.
     *
     * @param unit one of {@link #factories()}
     * @return its name, or empty when it is nowhere said
     */
    public String nameOf(EntityManagerFactory unit) {
        return namesByUnit.getOrDefault(identity(unit), "");
    }

    /**
     * The classes with a unit that lie where they cannot see us: in another module of an EAR.
     *
     * @return their names
     */
    public Set<String> outside() {
        return Collections.unmodifiableSet(outside);
    }

    /** An annotation that its class cannot see is not there at run time; nobody says so. */
    static boolean seesUs(Class<?> type) {
        try {
            return Class.forName(Updatable.class.getName(), false, type.getClassLoader()) == Updatable.class;
        } catch (ClassNotFoundException outside) {
            return false;
        }
    }

    /**
     * The references of what is no bean: servlets, filters and listeners of a WAR without beans.xml, and web.xml.
     * Nothing but units is looked up there, since looking up a stateful session bean makes one.
     */
    private void collectListed() {
        for (String component : listed("")) {
            try {
                Class<?> type = Class.forName(component, false, PersistenceUnits.class.getClassLoader());
                References.of(type).forEach(unitsByReference::putIfAbsent);
            } catch (ClassNotFoundException | LinkageError noComponent) {
                // any other entry of the application's environment
            }
        }
        for (String declared : listed(DECLARED)) unitsByReference.putIfAbsent(DECLARED + '/' + declared, "");
    }

    /** Payara says the names with that of the context in front, others without. */
    @SuppressWarnings("BanJNDI") // a constant name
    private static List<String> listed(String context) {
        try {
            return Collections.list(new InitialContext().list(ENVIRONMENT + context)).stream()
                    .map(NameClassPair::getName)
                    .map(name -> name.substring(name.lastIndexOf('/') + 1))
                    .toList();
        } catch (NamingException noSuchContext) {
            return List.of();
        }
    }

    private static EntityManagerFactory factory(Object found) {
        return found instanceof EntityManager manager
                ? manager.getEntityManagerFactory()
                : (EntityManagerFactory) found;
    }

    /** The container hands out a wrapper for each injection point; the metamodel behind them is one for each unit. */
    private static Object identity(EntityManagerFactory factory) {
        return factory.getMetamodel();
    }
}
