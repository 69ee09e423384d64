package org.updatable.it.formats;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.updatable.Updatable;
import org.updatable.UpdatesWith;
import org.updatable.message.Update;

/** Something with a value of each kind that people read in a form of their own. */
@Entity
@Updatable
public class Product {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 21, 12, 0, 7);

    @Id
    private long id;

    @Column(precision = 10, scale = 2)
    private BigDecimal price;

    @Column(precision = 10, scale = 2)
    private BigDecimal postage;

    private double discount;

    private int stock;

    private LocalDate released;

    private LocalDateTime opens;

    private OffsetDateTime due;

    @Temporal(TemporalType.TIMESTAMP)
    private Date restocked;

    @Temporal(TemporalType.DATE)
    private Date expires;

    @Enumerated(EnumType.STRING)
    private State state;

    private String phone;

    private Weight weight;

    protected Product() {}

    Product(long id) {
        this.id = id;
        change(0);
    }

    /** Gives everything another value than in the round before. */
    @SuppressWarnings("JavaUtilDate") // applications have them
    void change(int round) {
        LocalDateTime time = NOON.plusMonths(round).plusDays(round).plusMinutes(31L * round);
        price = new BigDecimal("1234.5").add(BigDecimal.valueOf(1000L * round));
        postage = new BigDecimal("4.95").add(BigDecimal.valueOf(round));
        discount = 0.125 + round / 10.0;
        stock = 98765 + round;
        released = time.toLocalDate();
        opens = time;
        due = time.atOffset(ZoneOffset.UTC);
        restocked = Date.from(time.atZone(ZoneId.systemDefault()).toInstant());
        expires = restocked;
        state = round % 2 == 0 ? State.SOLD_OUT : State.IN_STOCK;
        phone = "040" + (123456 + round);
        weight = new Weight(750 + 30 * round);
    }

    /** What it costs in one state; a refund in the other. */
    @Updatable
    public BigDecimal priceIn(State state) {
        return state == State.SOLD_OUT ? price : price.negate();
    }

    @UpdatesWith("postage")
    List<Update> postageUpdates() {
        return List.of(Update.value("postage", postage), Update.value("total", price.add(postage)));
    }

    public long getId() {
        return id;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public BigDecimal getPostage() {
        return postage;
    }

    public double getDiscount() {
        return discount;
    }

    public int getStock() {
        return stock;
    }

    public LocalDate getReleased() {
        return released;
    }

    public LocalDateTime getOpens() {
        return opens;
    }

    public OffsetDateTime getDue() {
        return due;
    }

    public Date getRestocked() {
        return restocked;
    }

    public Date getExpires() {
        return expires;
    }

    public State getState() {
        return state;
    }

    public String getPhone() {
        return phone;
    }

    public Weight getWeight() {
        return weight;
    }
}
