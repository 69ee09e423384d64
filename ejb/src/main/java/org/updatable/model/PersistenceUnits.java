package org.updatable.model;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import java.beans.Introspector;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;
import org.updatable.counters.Failures;

/**
 * The persistence units that the application uses: those that it lets the container inject. Each injection point has
 * a name below {@code java:comp/env}, where the unit is found without knowing what it is called.
 */
public class PersistenceUnits implements Extension {
    private final Set<String> names = new ConcurrentSkipListSet<>();

    /** Made by the container. */
    public PersistenceUnits() {}

    void collect(
            @Observes @WithAnnotations({PersistenceContext.class, PersistenceUnit.class})
                    ProcessAnnotatedType<?> type) {
        AnnotatedType<?> bean = type.getAnnotatedType();
        for (AnnotatedField<?> field : bean.getFields()) {
            Field member = field.getJavaMember();
            referenceNames(field.getAnnotation(PersistenceContext.class), field.getAnnotation(PersistenceUnit.class))
                    .forEach(name -> add(name, member.getDeclaringClass(), member.getName()));
        }
        for (AnnotatedMethod<?> setter : bean.getMethods()) {
            Method member = setter.getJavaMember();
            if (!member.getName().startsWith("set")) continue;
            String property = Introspector.decapitalize(member.getName().substring("set".length()));
            referenceNames(setter.getAnnotation(PersistenceContext.class), setter.getAnnotation(PersistenceUnit.class))
                    .forEach(name -> add(name, member.getDeclaringClass(), property));
        }
        PersistenceContext context = bean.getAnnotation(PersistenceContext.class);
        if (context != null && !context.name().isEmpty()) names.add(context.name());
        PersistenceUnit unit = bean.getAnnotation(PersistenceUnit.class);
        if (unit != null && !unit.name().isEmpty()) names.add(unit.name());
    }

    /**
     * Looks every unit up. Works in the naming context of a component of the application only, such as an EJB.
     *
     * @return each unit once
     */
    @SuppressWarnings("BanJNDI") // the names come from the application's own classes
    public List<EntityManagerFactory> factories() {
        Map<Object, EntityManagerFactory> factories = new LinkedHashMap<>();
        for (String name : names) {
            try {
                EntityManagerFactory factory = factory(new InitialContext().lookup("java:comp/env/" + name));
                factories.putIfAbsent(identity(factory), factory);
            } catch (NamingException | RuntimeException notFound) {
                Failures.report(
                        "No persistence unit at java:comp/env/" + name + ": its entities are not live.", notFound);
            }
        }
        return List.copyOf(factories.values());
    }

    private static Stream<String> referenceNames(@Nullable PersistenceContext context, @Nullable PersistenceUnit unit) {
        return Stream.concat(
                context == null ? Stream.empty() : Stream.of(context.name()),
                unit == null ? Stream.empty() : Stream.of(unit.name()));
    }

    private void add(String name, Class<?> declaring, String member) {
        names.add(name.isEmpty() ? declaring.getName() + '/' + member : name);
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
