package org.updatable.hub;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.updatable.hub.Watched.InForm;

/** Which connection watches which group. Connections come and go on any thread. */
final class Audiences {
    private static final Map<String, Instant> NONE = Map.of();

    /** The groups of each, by name, and until when it may watch them. */
    private final Map<Connection, Map<String, Instant>> joined = new ConcurrentHashMap<>();

    private final Map<String, Audience> byGroup = new ConcurrentHashMap<>();
    private final Watched watched;

    /** @param watched hears which groups somebody watches */
    Audiences(Watched watched) {
        this.watched = watched;
    }

    /** A connection has come; it watches nothing yet. */
    void opened(Connection connection) {
        joined.put(connection, NONE);
    }

    /** A connection has gone, and watches nothing any more. */
    void closed(Connection connection) {
        Map<String, Instant> groups = joined.remove(connection);
        if (groups != null) groups.keySet().forEach(group -> forget(connection, group));
    }

    /**
     * An open connection is about to watch a group. Announcing twice is announcing once.
     *
     * @param until when it has to ask again
     */
    void announce(Connection connection, String group, Instant until) {
        joined.computeIfPresent(connection, (open, groups) -> {
            Map<String, Instant> all = groups.isEmpty() ? new ConcurrentHashMap<>(1) : groups;
            all.put(group, until);
            return all;
        });
    }

    /** A connection may watch a group for longer; answers false when it does not watch it any more. */
    boolean renew(Connection connection, String group, Instant before, Instant until) {
        Map<String, Instant> groups = of(connection);
        return groups.containsKey(group) && groups.replace(group, before, until);
    }

    /**
     * An open connection watches a group that it has announced.
     *
     * @return whether it did not before
     */
    boolean join(Connection connection, String group) {
        boolean[] isNew = {false};
        // In one step with the connection's entry: one that closes or leaves meanwhile leaves nothing behind.
        joined.computeIfPresent(connection, (open, groups) -> {
            if (groups.containsKey(group)) {
                Audience all = byGroup.compute(group, (name, audience) -> {
                    if (audience == null) watched.add(group);
                    Audience known = audience == null ? new Audience(group) : audience;
                    isNew[0] = known.watchers().add(connection);
                    return known;
                });
                if (isNew[0]) shareName(groups, all.group());
            }
            return groups;
        });
        return isNew[0];
    }

    /** Each has read the name from its own frame: of a hundred thousand, one is kept. */
    private static void shareName(Map<String, Instant> groups, String name) {
        Instant until = groups.remove(name);
        if (until != null) groups.put(name, until);
    }

    /** A connection no longer watches a group. */
    void leave(Connection connection, String group) {
        joined.computeIfPresent(connection, (open, groups) -> {
            if (groups.containsKey(group)) {
                groups.remove(group);
                forget(connection, group);
            }
            return groups.isEmpty() ? NONE : groups;
        });
    }

    /** Those who watch a group; empty when nobody does. */
    Optional<Audience> of(String group) {
        return Optional.ofNullable(byGroup.get(group));
    }

    /** Whether a connection watches a group already. */
    boolean isIn(Connection connection, String group) {
        Audience audience = byGroup.get(group);
        return audience != null && audience.watchers().contains(connection);
    }

    /** Those who watch a group; empty when nobody does. */
    Optional<Audience> of(InForm watching) {
        return of(watching.group().name());
    }

    /** Whether all who watch some groups are known to be shown what has these digests. */
    boolean areShown(Map<String, String> digests) {
        return digests.entrySet().stream().allMatch(shown -> {
            Audience audience = byGroup.get(shown.getKey());
            return audience == null || audience.isShown(shown.getValue());
        });
    }

    /** What everybody was shown is certain no more. */
    void doubt() {
        byGroup.values().forEach(Audience::doubt);
    }

    /** The groups that a connection has announced, by name, and until when it may watch them. */
    Map<String, Instant> of(Connection connection) {
        return joined.getOrDefault(connection, NONE);
    }

    /** How many groups are watched. */
    int groups() {
        return byGroup.size();
    }

    private void forget(Connection connection, String group) {
        byGroup.computeIfPresent(group, (name, audience) -> {
            audience.watchers().remove(connection);
            if (!audience.watchers().isEmpty()) return audience;
            watched.remove(group);
            return null;
        });
    }
}
