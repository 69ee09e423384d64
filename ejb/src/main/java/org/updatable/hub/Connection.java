package org.updatable.hub;

/** One browser, as the hub knows it. */
public interface Connection {

    /**
     * Takes what the browser shall be told, all of it before any of it is sent. Does not wait.
     *
     * @param batch at least one delivery
     */
    void offer(Batch batch);

    /**
     * Drops what still waits for a group that the browser left.
     *
     * @param group the group's name
     */
    void drop(String group);
}
