package org.updatable.newsroom.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.updatable.newsroom.Product;

/** Where a product is edited. */
@Named
@RequestScoped
public class ProductDesk extends Desk<Product> {

    public ProductDesk() {
        super(Product.class, Product::new);
    }
}
