package org.updatable.counters;

/**
 * What has happened since the application started, in numbers that only grow, and what is so now. In JMX as
 * {@code org.updatable:type=Counters,application=..,module=..}.
 */
public interface CountersMXBean {

    /**
     * How many commits had something to tell.
     *
     * @return 0 or more
     */
    long getCommits();

    /**
     * How many messages were offered to browsers: each once for each browser that watches.
     *
     * @return 0 or more
     */
    long getOffered();

    /**
     * How many of these were never sent, since a newer one about the same thing took their place.
     *
     * @return 0 or more
     */
    long getConflated();

    /**
     * How many frames were sent.
     *
     * @return 0 or more
     */
    long getFrames();

    /**
     * How many connections were opened.
     *
     * @return 0 or more
     */
    long getOpened();

    /**
     * How many connections are open.
     *
     * @return 0 or more
     */
    long getOpen();

    /**
     * How often a browser that had joined groups was told what it had missed.
     *
     * @return 0 or more
     */
    long getCatchUps();

    /**
     * How often rows of an entity were read for these.
     *
     * @return 0 or more
     */
    long getReadsToCatchUp();

    /**
     * How often rows of an entity were read because a commit did not tell their values, or because it was not certain that
     * its values were the newest.
     *
     * @return 0 or more
     */
    long getReadsOfChanges();

    /**
     * How often rows of an entity were read because of a commit for those who observe them, once for all who may see the same.
     *
     * @return 0 or more
     */
    long getReadsForObservers();

    /**
     * How many connections were closed because their browsers took nothing, or nothing was heard of them.
     *
     * @return 0 or more
     */
    long getGivenUp();

    /**
     * How many groups are watched.
     *
     * @return 0 or more
     */
    long getGroups();

    /**
     * How many subscriptions of observers there are.
     *
     * @return 0 or more
     */
    long getObservations();

    /**
     * How it is with the databases that are listened to.
     *
     * @return {@code listening}, or why it is not, for each; empty where there is none
     */
    String getDatabases();

    /**
     * How long the one thing takes already that is being told, in seconds: meanwhile no page, or no observer, is told anything
     * else.
     *
     * @return usually 0; more than a few where the database does not answer
     */
    long getStandingSeconds();

    /**
     * What failed of ours. The log says once what it was.
     *
     * @return 0 or more; of all applications that share the classes
     */
    long getFailures();
}
