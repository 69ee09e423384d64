package org.updatable.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the connections of each user and of each address, and lets nobody have more than the limits allow. */
public final class Counts {
    private final long mostOfUser;
    private final long mostOfAddress;
    private final Map<String, Long> ofUser = new HashMap<>();
    private final Map<String, Long> ofAddress = new HashMap<>();

    /** Which limit is reached. */
    public enum Limit {
        /** That of a user. */
        USER,
        /** That of an address. */
        ADDRESS
    }

    /**
     * Nobody is there yet.
     *
     * @param mostOfUser how many connections a user may have
     * @param mostOfAddress how many connections may come from an address
     */
    public Counts(long mostOfUser, long mostOfAddress) {
        this.mostOfUser = mostOfUser;
        this.mostOfAddress = mostOfAddress;
    }

    /**
     * Counts a connection, unless a limit is reached. Both counts change at once, so that one that is refused is never
     * counted, not even for a moment.
     *
     * @param user null when nobody is logged in, who has no limit as a user
     * @param address the remote address
     * @return the limit that is reached; empty when the connection was counted, and has to {@link #leave}
     */
    public synchronized Optional<Limit> enter(@Nullable String user, String address) {
        if (user != null && ofUser.getOrDefault(user, 0L) >= mostOfUser) return Optional.of(Limit.USER);
        if (ofAddress.getOrDefault(address, 0L) >= mostOfAddress) return Optional.of(Limit.ADDRESS);
        if (user != null) ofUser.merge(user, 1L, Long::sum);
        ofAddress.merge(address, 1L, Long::sum);
        return Optional.empty();
    }

    /**
     * A connection that was counted has ended. To be called once for each.
     *
     * @param user as it entered
     * @param address as it entered
     */
    public synchronized void leave(@Nullable String user, String address) {
        if (user != null) ofUser.computeIfPresent(user, Counts::oneLess);
        ofAddress.computeIfPresent(address, Counts::oneLess);
    }

    /** How many users and addresses are remembered: none who has no connection. */
    synchronized int remembered() {
        return ofUser.size() + ofAddress.size();
    }

    private static @Nullable Long oneLess(String who, Long count) {
        return count == 1 ? null : Long.valueOf(count - 1);
    }
}
