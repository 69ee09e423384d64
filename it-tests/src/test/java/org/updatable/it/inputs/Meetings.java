package org.updatable.it.inputs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** All meetings. Each call is a transaction. */
@Named
@ApplicationScoped
@Transactional
public class Meetings {

    @PersistenceContext
    private EntityManager entities;

    public Meeting create() {
        Meeting meeting = new Meeting();
        entities.persist(meeting);
        return meeting;
    }

    public Meeting find(String id) {
        return entities.find(Meeting.class, Long.valueOf(id));
    }

    /** Saves what a form holds. */
    public void save(String id, Meeting form) {
        find(id).take(form);
    }
}
