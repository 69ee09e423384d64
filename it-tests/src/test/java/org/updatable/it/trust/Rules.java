package org.updatable.it.trust;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.updatable.SubscriptionPolicy;

/** Closed accounts are watched by nobody, published ones by everybody. */
@ApplicationScoped
public class Rules implements SubscriptionPolicy {
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final Set<String> published = ConcurrentHashMap.newKeySet();

    @Override
    public Answer mayWatch(Request request) {
        if (closed.contains(request.id())) return Answer.REFUSED;
        return published.contains(request.id()) ? Answer.ALLOWED : Answer.AS_SHOWN;
    }

    void close(String account) {
        closed.add(account);
    }

    void publish(String account) {
        published.add(account);
    }
}
