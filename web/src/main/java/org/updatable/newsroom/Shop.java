package org.updatable.newsroom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Sells what there is. */
@Named
@ApplicationScoped
@Transactional
public class Shop {

    @PersistenceContext(unitName = "newsroom")
    private EntityManager entities;

    public List<Product> getProducts() {
        return entities.createQuery("select p from Product p order by p.name, p.id", Product.class)
                .getResultList();
    }

    /**
     * Orders one of a product. Its row is locked, so that nobody gets what somebody else has just ordered.
     *
     * @return false when there is none left
     */
    public boolean order(Long product, String customer) {
        Product ordered = entities.find(Product.class, product, LockModeType.PESSIMISTIC_WRITE);
        if (ordered == null || ordered.isSoldOut()) return false;
        ordered.setStock(ordered.getStock() - 1);
        Order order = new Order();
        order.setProduct(ordered);
        order.setCustomer(customer);
        entities.persist(order);
        return true;
    }
}
