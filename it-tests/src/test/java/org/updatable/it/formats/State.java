package org.updatable.it.formats;

/** How a product is to be had. Its labels are in the bundle beside it. */
public enum State {
    SOLD_OUT,
    IN_STOCK
}
