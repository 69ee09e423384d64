package org.updatable.newsroom;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import org.updatable.Updatable;

/** What a reader has ordered in the shop. */
@Entity
@Table(name = "orders")
@Updatable
public class Order implements Serializable {
    private static final long serialVersionUID = 1;

    @Id
    @GeneratedValue
    private Long id;

    @Version
    private long version;

    @NotNull(message = "What is ordered?")
    @ManyToOne(optional = false)
    private Product product;

    @Positive(message = "Order at least one.")
    private int quantity = 1;

    @NotBlank(message = "Who is it for?")
    @Size(max = 60, message = "A name has at most {max} characters.")
    @Column(length = 60)
    private String customer;

    @NotNull(message = "How far is it?")
    @Enumerated(EnumType.STRING)
    private Delivery delivery = Delivery.RECEIVED;

    public Long getId() {
        return id;
    }

    public Product getProduct() {
        return product;
    }

    public void setProduct(Product product) {
        this.product = product;
    }

    public int getQuantity() {
        return quantity;
    }

    public void setQuantity(int quantity) {
        this.quantity = quantity;
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public Delivery getDelivery() {
        return delivery;
    }

    public void setDelivery(Delivery delivery) {
        this.delivery = delivery;
    }
}
