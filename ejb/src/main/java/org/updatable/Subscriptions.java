package org.updatable;

/** What browsers watch: {@code @Inject Subscriptions subscriptions;}. */
public interface Subscriptions {

    /**
     * Asks the {@link SubscriptionPolicy} again for everything that is watched on this server: after a role was taken away,
     * for example. Does not wait. What it refuses now is told to the browser, and sent no more.
     */
    void askAgain();
}
