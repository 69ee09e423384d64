package org.updatable.it.provider;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;

/** Has the factory, since Hibernate's managers know their true one. */
@Stateless
public class Things {
    @PersistenceUnit(unitName = "things")
    private EntityManagerFactory things;

    public Thing find(long id) {
        return things.createEntityManager().find(Thing.class, id);
    }
}
