package org.updatable.it.provider;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

@Stateless
public class Things {
    @PersistenceContext(unitName = "things")
    private EntityManager things;

    public Thing find(long id) {
        return things.find(Thing.class, id);
    }
}
