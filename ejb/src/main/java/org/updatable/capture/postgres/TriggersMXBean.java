package org.updatable.capture.postgres;

import org.updatable.Triggers;

/** {@link Triggers} for whoever is at the server, by JMX. What fails is an {@link IllegalStateException}, which says it in its message. */
public interface TriggersMXBean {

    /**
     * What installs them.
     *
     * @return SQL
     * @see Triggers#script()
     */
    String getScript();

    /**
     * What removes them.
     *
     * @return SQL
     * @see Triggers#removal()
     */
    String getRemoval();

    /**
     * Installs them.
     *
     * @see Triggers#install()
     */
    void install();

    /**
     * Removes them.
     *
     * @see Triggers#remove()
     */
    void remove();
}
