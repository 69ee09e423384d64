package org.updatable.model;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;

/** The providers that units are tried with. */
public enum Provider {
    ECLIPSELINK("org.eclipse.persistence.jpa.PersistenceProvider"),
    HIBERNATE("org.hibernate.jpa.HibernatePersistenceProvider");

    private final String className;

    Provider(String className) {
        this.className = className;
    }

    /** A unit of the tests' persistence.xml, not shared with anybody. */
    public EntityManagerFactory unit(String name) {
        return unit(name, Map.of());
    }

    /** The same, with other properties. */
    public EntityManagerFactory unit(String name, Map<String, String> others) {
        Map<String, String> properties = new HashMap<>(others);
        properties.put("jakarta.persistence.provider", className);
        properties.put("eclipselink.session-name", name + "-" + System.nanoTime());
        return Persistence.createEntityManagerFactory(name, properties);
    }
}
