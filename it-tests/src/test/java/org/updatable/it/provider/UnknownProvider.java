package org.updatable.it.provider;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.spi.PersistenceProvider;
import jakarta.persistence.spi.PersistenceProviderResolverHolder;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.ProviderUtil;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;

/** The server's own provider, behind factories that do not say so. */
public class UnknownProvider implements PersistenceProvider {
    @Override
    @SuppressWarnings("rawtypes") // as in the interface
    public EntityManagerFactory createContainerEntityManagerFactory(PersistenceUnitInfo unit, Map properties) {
        return disguised(known().createContainerEntityManagerFactory(unit, properties));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public EntityManagerFactory createEntityManagerFactory(String unit, Map properties) {
        return disguised(known().createEntityManagerFactory(unit, properties));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void generateSchema(PersistenceUnitInfo unit, Map properties) {
        known().generateSchema(unit, properties);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public boolean generateSchema(String unit, Map properties) {
        return known().generateSchema(unit, properties);
    }

    @Override
    public ProviderUtil getProviderUtil() {
        return known().getProviderUtil();
    }

    private static EntityManagerFactory disguised(EntityManagerFactory factory) {
        return (EntityManagerFactory) Proxy.newProxyInstance(
                UnknownProvider.class.getClassLoader(),
                new Class<?>[] {EntityManagerFactory.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("unwrap")) throw new PersistenceException("Nothing is in here.");
                    if (method.getName().equals("equals")) return proxy == arguments[0];
                    try {
                        return method.invoke(factory, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static PersistenceProvider known() {
        return PersistenceProviderResolverHolder.getPersistenceProviderResolver().getPersistenceProviders().stream()
                .filter(provider -> !(provider instanceof UnknownProvider))
                .findFirst()
                .orElseThrow();
    }
}
