package org.updatable.newsroom;

/** How far an order is. */
public enum Delivery {
    RECEIVED,
    PACKED,
    SENT
}
