package org.updatable.backplane;

import java.util.function.Consumer;
import org.updatable.change.Commit;

/**
 * Carries facts from the node where a transaction committed to every node, itself included. One bean of an application
 * implements it; another than the local one is chosen as an {@code @Alternative}.
 *
 * <p>What one thread publishes arrives in that order, the facts of one commit stay together, and every subscriber
 * hears everything published after it subscribed.
 */
public interface Backplane {

    /**
     * Hands the facts of one commit over. Called by committing threads: returns at once and does not wait for anybody.
     *
     * @param commit with one fact at least
     */
    void publish(Commit commit);

    /**
     * Hands over to this node alone what every node learns by itself, such as from the database. Returns at once.
     *
     * @param commit with a fact or a notification at least
     */
    void deliver(Commit commit);

    /**
     * Hears what is published from now on, on any node.
     *
     * @param subscriber takes one commit after the other; returns at once, and may be called by several threads
     */
    void subscribe(Consumer<Commit> subscriber);
}
