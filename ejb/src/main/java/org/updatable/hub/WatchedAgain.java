package org.updatable.hub;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.updatable.Subscriptions;

/** What an application says about subscriptions. */
@ApplicationScoped
class WatchedAgain implements Subscriptions {
    @Inject
    Instance<UpdatesEndpoint> endpoint;

    @Override
    public void askAgain() {
        endpoint.get().askAgain();
    }
}
