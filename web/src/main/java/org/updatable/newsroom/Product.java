package org.updatable.newsroom;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.math.BigDecimal;
import org.updatable.TogglesClass;
import org.updatable.Updatable;

/** Something that the paper's shop sells. */
@Entity
@Updatable
public class Product implements Serializable {
    private static final long serialVersionUID = 1;

    @Id
    @GeneratedValue
    private Long id;

    @Version
    private long version;

    @NotBlank(message = "A product needs a name.")
    @Size(max = 80, message = "A name has at most {max} characters.")
    @Column(length = 80)
    private String name;

    @NotNull(message = "What does it cost?")
    @DecimalMin(value = "0.00", message = "Nobody is paid for taking it.")
    @Digits(integer = 6, fraction = 2, message = "Write the price as 12.50.")
    @Column(precision = 8, scale = 2)
    private BigDecimal price;

    @PositiveOrZero(message = "There cannot be less than none.")
    private int stock;

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public void setPrice(BigDecimal price) {
        this.price = price;
    }

    public int getStock() {
        return stock;
    }

    public void setStock(int stock) {
        this.stock = stock;
    }

    @Updatable
    @TogglesClass(value = "sold-out", path = "item")
    public boolean isSoldOut() {
        return stock == 0;
    }

    /** Menus compare: the same row is the same product. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Product product && id != null && id.equals(product.id);
    }

    @Override
    public int hashCode() {
        return Product.class.hashCode();
    }
}
