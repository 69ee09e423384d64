package org.updatable.newsroom;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.Map;
import org.updatable.Notifications;

/** Counts each night what the shop has sold, and says so in the office. */
@Named
@Singleton
public class NightlyReport {

    @PersistenceContext(unitName = "newsroom")
    private EntityManager entities;

    @Inject
    private Notifications notifications;

    /** The notification leaves when the report is there: with the commit. */
    @Schedule(hour = "2", persistent = false)
    public void make() {
        Object[] sold = entities.createQuery(
                        "select count(o), coalesce(sum(o.quantity * p.price), 0) from Order o join o.product p",
                        Object[].class)
                .getSingleResult();
        Report report = new Report((Long) sold[0], new BigDecimal(String.valueOf(sold[1])));
        entities.persist(report);
        notifications.send("reports", Map.of("name", "What the shop has sold: " + report.getOrders() + " orders"));
    }
}
