package org.updatable.hub;

import java.util.Optional;
import org.updatable.access.Counts;
import org.updatable.access.Refusals;
import org.updatable.settings.Settings;

/**
 * Lets everybody have a number of connections, and no more. They are counted from when they are open: before that, nothing
 * tells for certain that one never will be.
 */
final class Guests {
    /** Our own; a client that is closed so waits longer and longer before it comes back. */
    static final int TOO_MANY = 4429;

    private final long mostOfUser;
    private final long mostOfAddress;
    private final Counts counts;
    private final Refusals refusals = new Refusals();

    Guests(Settings settings) {
        mostOfUser = settings.maxConnectionsPerUser();
        mostOfAddress = settings.maxConnectionsPerAddress();
        counts = new Counts(mostOfUser, mostOfAddress);
    }

    /**
     * Somebody has opened a connection.
     *
     * @return why it has to be closed; empty when it was counted, and has to {@link #leave}
     */
    Optional<String> enter(Guest guest) {
        return counts.enter(guest.user(), guest.address()).map(limit -> switch (limit) {
            case USER -> {
                refusals.say("""
                        The user %s has %d connections and gets no more: see updatable.max-connections-per-user.\
                        """.formatted(Refusals.quoted(String.valueOf(guest.user())), mostOfUser));
                yield "This user has too many connections.";
            }
            case ADDRESS -> {
                refusals.say("""
                        The address %s has %d connections and gets no more: see updatable.max-connections-per-address. When it \
                        is that of your proxy, let the proxy set X-Forwarded-For, and set updatable.trust-forwarded=true.\
                        """.formatted(Refusals.quoted(guest.address()), mostOfAddress));
                yield "This address has too many connections.";
            }
        });
    }

    void leave(Guest guest) {
        counts.leave(guest.user(), guest.address());
    }
}
