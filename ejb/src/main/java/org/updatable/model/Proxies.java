package org.updatable.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * What stands for an entity that is not loaded yet. Hibernate's has no fields of its own, and is of the class that the
 * reference declares, not of the entity's. EclipseLink has none.
 */
final class Proxies {
    private static final String HIBERNATE = "org.hibernate.proxy.HibernateProxy";

    private Proxies() {}

    /** The entity itself, which is loaded now if need be, as by a call of one of its methods. */
    static Object behind(Object entity) {
        for (Class<?> type : entity.getClass().getInterfaces())
            if (type.getName().equals(HIBERNATE)) return behind(entity, type);
        return entity;
    }

    private static Object behind(Object proxy, Class<?> type) {
        try {
            Method initializer = type.getMethod("getHibernateLazyInitializer");
            Method implementation = initializer.getReturnType().getMethod("getImplementation");
            return implementation.invoke(initializer.invoke(proxy));
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException failure) throw failure;
            throw new IllegalStateException(proxy.getClass().getName() + " cannot be loaded.", thrown.getCause());
        } catch (ReflectiveOperationException otherHibernate) {
            throw new IllegalStateException(otherHibernate);
        }
    }
}
