package org.updatable.newsroom.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.updatable.newsroom.Delivery;
import org.updatable.newsroom.Order;

/** All orders by how far they are. */
@Named
@RequestScoped
public class Board {

    @Inject
    private Office office;

    private List<Column> columns;

    @PostConstruct
    void open() {
        Map<Delivery, List<Order>> orders =
                office.getOrders().stream().collect(Collectors.groupingBy(Order::getDelivery));
        columns = Arrays.stream(Delivery.values())
                .map(delivery -> new Column(delivery, orders.getOrDefault(delivery, List.of())))
                .toList();
    }

    public List<Column> getColumns() {
        return columns;
    }

    /** The orders that are as far as this. */
    public static final class Column {
        private final Delivery delivery;
        private final List<Order> orders;

        Column(Delivery delivery, List<Order> orders) {
            this.delivery = delivery;
            this.orders = orders;
        }

        public Delivery getDelivery() {
            return delivery;
        }

        public List<Order> getOrders() {
            return orders;
        }
    }
}
