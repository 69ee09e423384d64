package org.updatable.newsroom.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.updatable.newsroom.Order;
import org.updatable.newsroom.Paragraph;
import org.updatable.newsroom.Post;
import org.updatable.newsroom.Product;
import org.updatable.newsroom.Report;

/** The rows of the newsroom, as its editors work with them. */
@Named
@ApplicationScoped
@Transactional
public class Office {

    @PersistenceContext(unitName = "newsroom")
    private EntityManager entities;

    public List<Post> getPosts() {
        return all("select p from Post p order by p.id desc", Post.class);
    }

    public List<Product> getProducts() {
        return all("select p from Product p order by p.name, p.id", Product.class);
    }

    public List<Order> getOrders() {
        return all("select o from Order o join fetch o.product order by o.id desc", Order.class);
    }

    public List<Paragraph> getParagraphs() {
        return all("select p from Paragraph p order by p.id", Paragraph.class);
    }

    public List<Report> getReports() {
        return all("select r from Report r order by r.id desc", Report.class);
    }

    private <T> List<T> all(String query, Class<T> type) {
        return entities.createQuery(query, type).getResultList();
    }

    /** The row with the id that a form names, if it is an id at all. */
    public <T> Optional<T> find(Class<T> type, String id) {
        return id.matches("\\d{1,18}") ? Optional.ofNullable(entities.find(type, Long.valueOf(id))) : Optional.empty();
    }

    public void add(Object row) {
        entities.persist(row);
    }

    /**
     * Saves what an editor has written.
     *
     * @throws OptimisticLockException if somebody else has saved or deleted it since its version was read
     */
    public void save(Object row) {
        entities.merge(row);
        entities.flush(); // throws here, and not when it is too late to catch
    }

    public <T> void delete(Class<T> type, String id) {
        find(type, id).ifPresent(entities::remove);
        entities.flush();
    }
}
