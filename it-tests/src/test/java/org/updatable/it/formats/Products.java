package org.updatable.it.formats;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Two products, as the database has them. */
@Named
@Singleton
@Startup
public class Products {
    @PersistenceContext
    private EntityManager manager;

    private int round;

    @PostConstruct
    void create() {
        manager.persist(new Product(1));
        manager.persist(new Product(2));
    }

    public List<Product> getAll() {
        manager.clear();
        manager.getEntityManagerFactory().getCache().evictAll();
        return manager.createQuery("select p from Product p order by p.id", Product.class)
                .getResultList();
    }

    public Product getFirst() {
        return getAll().get(0);
    }

    /** Changes everything of both. */
    public void change() {
        round++;
        getAll().forEach(product -> product.change(round));
    }
}
