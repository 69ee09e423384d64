package org.updatable.newsroom;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.updatable.Updatable;

/** What the shop has sold until one night. */
@Entity
@Updatable
public class Report implements Serializable {
    private static final long serialVersionUID = 1;

    @Id
    @GeneratedValue
    private Long id;

    private OffsetDateTime made = OffsetDateTime.now(ZoneOffset.UTC);

    private long orders;

    private BigDecimal turnover;

    protected Report() {}

    Report(long orders, BigDecimal turnover) {
        this.orders = orders;
        this.turnover = turnover;
    }

    public Long getId() {
        return id;
    }

    public OffsetDateTime getMade() {
        return made;
    }

    public long getOrders() {
        return orders;
    }

    public BigDecimal getTurnover() {
        return turnover;
    }
}
