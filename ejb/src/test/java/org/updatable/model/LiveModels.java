package org.updatable.model;

import jakarta.persistence.EntityManagerFactory;

/** Live models of units that no container injects. */
public final class LiveModels {
    private LiveModels() {}

    public static LiveModel of(EntityManagerFactory... units) {
        LiveModel model = new LiveModel();
        for (EntityManagerFactory unit : units) model.read(unit);
        return model;
    }
}
