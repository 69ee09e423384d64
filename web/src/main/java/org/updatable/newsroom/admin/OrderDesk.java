package org.updatable.newsroom.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.updatable.newsroom.Order;

/** Where an order is edited. */
@Named
@RequestScoped
public class OrderDesk extends Desk<Order> {

    public OrderDesk() {
        super(Order.class, Order::new);
    }
}
