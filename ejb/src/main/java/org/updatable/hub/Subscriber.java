package org.updatable.hub;

import java.security.Principal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.updatable.access.Gate;
import org.updatable.access.Gate.Admission;
import org.updatable.access.Gate.Verdict;
import org.updatable.hub.Delivery.Subject;
import org.updatable.hub.Delivery.Told;
import org.updatable.message.BadFrame;
import org.updatable.message.ChannelName;
import org.updatable.message.Subscription;
import org.updatable.message.Wire;

/** Somebody behind a connection: watches what she may. */
final class Subscriber implements Conversation {
    /** The digest of a page that does not know. */
    private static final String NONE = "";

    private final Hub hub;
    private final Noticeboard noticeboard;
    private final Gate gate;
    private final Connection connection;
    private final @Nullable Principal user;
    private final boolean catchesUp;
    private final Limits limits;
    private int frames;

    /** When her last token ends: those of a page end together. */
    private Instant until = Instant.MAX;

    /**
     * @param user who is logged in; null for nobody
     * @param connection tells her something
     * @param catchesUp whether she is told what she missed: a client that does not know of it hears what changes, and no more
     * @param limits how much she may say
     */
    Subscriber(
            Hub hub,
            Noticeboard noticeboard,
            Gate gate,
            Connection connection,
            @Nullable Principal user,
            boolean catchesUp,
            Limits limits) {
        this.hub = hub;
        this.noticeboard = noticeboard;
        this.gate = gate;
        this.connection = connection;
        this.user = user;
        this.catchesUp = catchesUp;
        this.limits = limits;
    }

    @Override
    public void asks(String frame) throws BadFrame, TooMuch {
        List<Subscription> asked = Wire.read(frame);
        limits.checkBatch(asked.size());
        asks(asked);
        limits.checkGroups(hub.groupsOf(connection).size());
    }

    @Override
    public String error(int code, String sentence) {
        return Wire.error(code, sentence);
    }

    @Override
    public void ends(boolean willComeBack) {
        hub.closed(connection);
        noticeboard.closed(connection);
    }

    /** Does what one frame asks; then its page is told where it differs from what is there now. */
    private void asks(List<Subscription> subscriptions) {
        frames++;
        Map<String, String> joined = new HashMap<>();
        for (Subscription subscription : subscriptions) {
            joined.remove(subscription.group());
            if (joins(subscription))
                joined.put(
                        subscription.group(),
                        Optional.ofNullable(subscription.digest()).orElse(NONE));
        }
        if (catchesUp) hub.catchUp(new Joining(connection, joined, frames));
    }

    private boolean joins(Subscription subscription) {
        String group = subscription.group();
        if (!subscription.join()) {
            leave(group);
            return false;
        }
        Admission admission = gate.admit(group, subscription.token(), user);
        if (admission.verdict() != Verdict.JOINS) {
            refuse(group, admission.verdict());
            return false;
        }
        if (!until.equals(admission.until())) until = admission.until();
        if (catchesUp) hub.announce(connection, group, until);
        else hub.join(connection, group, until);
        if (ChannelName.isOne(group)) noticeboard.join(connection, group, subscription.digest());
        return true;
    }

    /** Follows tokens that end soon by others, too. */
    @Override
    public void asksAgain() {
        hub.groupsOf(connection).forEach((group, ends) -> {
            if (!gate.mayGoOn(group, user)) refuse(group, Verdict.FORBIDDEN);
            else
                gate.renewed(ends, group, user).ifPresent(renewed -> {
                    if (hub.renew(connection, group, ends, renewed.until()))
                        tell(group, "token", Wire.token(group, renewed.token()));
                });
        });
    }

    private void refuse(String group, Verdict verdict) {
        leave(group);
        tell(group, "refused", Wire.refused(group, verdict.code()));
    }

    private void leave(String group) {
        noticeboard.leave(connection, group);
        hub.leave(connection, group);
    }

    private void tell(String group, String aspect, String message) {
        connection.offer(Batch.of(List.of(new Told(new Subject(group, aspect), message))));
    }
}
