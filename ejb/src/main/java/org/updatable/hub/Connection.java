package org.updatable.hub;

import java.util.List;

/** One browser, as the hub knows it. */
public interface Connection {

    /**
     * Takes what the browser shall be told, all of it before any of it is sent. Does not wait.
     *
     * @param deliveries in order, at least one
     */
    void offer(List<Delivery> deliveries);

    /**
     * Drops what still waits for a group that the browser left.
     *
     * @param group the group's name
     */
    void drop(String group);
}
