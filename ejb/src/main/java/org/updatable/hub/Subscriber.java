package org.updatable.hub;

import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.updatable.access.Gate;
import org.updatable.access.Gate.Verdict;
import org.updatable.hub.Delivery.Subject;
import org.updatable.message.Subscription;
import org.updatable.message.Wire;

/** Somebody behind a connection: watches what she may. */
final class Subscriber {
    /** Nobody's token: of an open entity, or allowed by a policy; and the digest of a page that does not know. */
    private static final String NONE = "";

    private final Hub hub;
    private final Gate gate;
    private final Outbox outbox;
    private final @Nullable Principal user;
    private final boolean catchesUp;
    private int frames;

    /** The groups that she watches, with the tokens that let her in. */
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /**
     * @param user who is logged in; null for nobody
     * @param catchesUp whether she is told what she missed: a client that does not know of it hears what changes, and no more
     */
    Subscriber(Hub hub, Gate gate, Outbox outbox, @Nullable Principal user, boolean catchesUp) {
        this.hub = hub;
        this.gate = gate;
        this.outbox = outbox;
        this.user = user;
        this.catchesUp = catchesUp;
    }

    /** Does what one frame asks; then its page is told where it differs from what is there now. */
    void asks(List<Subscription> subscriptions) {
        frames++;
        Map<String, String> joined = new HashMap<>();
        for (Subscription subscription : subscriptions) {
            joined.remove(subscription.group());
            if (joins(subscription))
                joined.put(
                        subscription.group(),
                        Optional.ofNullable(subscription.digest()).orElse(NONE));
        }
        if (catchesUp) hub.catchUp(new Joining(outbox, joined, frames));
    }

    private boolean joins(Subscription subscription) {
        String group = subscription.group();
        if (!subscription.join()) {
            leave(group);
            return false;
        }
        Verdict verdict = gate.mayWatch(group, subscription.token(), user);
        if (verdict != Verdict.JOINS) {
            refuse(group, verdict);
            return false;
        }
        tokens.put(group, Optional.ofNullable(subscription.token()).orElse(NONE));
        if (catchesUp) hub.announce(outbox, group);
        else hub.join(outbox, group);
        return true;
    }

    /** Asks the application again, and follows tokens that end soon by others. */
    void asksAgain() {
        tokens.forEach((group, token) -> {
            if (!gate.mayGoOn(group, user)) refuse(group, Verdict.FORBIDDEN);
            else
                gate.renewed(token, group, user).ifPresent(renewed -> {
                    if (tokens.replace(group, token, renewed)) tell(group, "token", Wire.token(group, renewed));
                });
        });
    }

    private void refuse(String group, Verdict verdict) {
        leave(group);
        tell(group, "refused", Wire.refused(group, verdict.code()));
    }

    private void leave(String group) {
        tokens.remove(group);
        hub.leave(outbox, group);
    }

    private void tell(String group, String aspect, String message) {
        outbox.offer(List.of(new Delivery(new Subject(group, aspect), message)));
    }
}
