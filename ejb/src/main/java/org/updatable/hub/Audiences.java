package org.updatable.hub;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.updatable.hub.Watched.InForm;

/** Which connection watches which group. Connections come and go on any thread. */
final class Audiences {
    private final Map<Connection, Set<String>> joined = new ConcurrentHashMap<>();
    private final Map<String, Audience> byGroup = new ConcurrentHashMap<>();
    private final Watched watched;

    /** @param watched hears which groups somebody watches */
    Audiences(Watched watched) {
        this.watched = watched;
    }

    /** A connection has come; it watches nothing yet. */
    void opened(Connection connection) {
        joined.put(connection, ConcurrentHashMap.newKeySet());
    }

    /** A connection has gone, and watches nothing any more. */
    void closed(Connection connection) {
        Set<String> groups = joined.remove(connection);
        if (groups != null) groups.forEach(group -> forget(connection, group));
    }

    /** An open connection is about to watch a group. Announcing twice is announcing once. */
    void announce(Connection connection, String group) {
        joined.computeIfPresent(connection, (open, groups) -> {
            groups.add(group);
            return groups;
        });
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
            if (groups.contains(group))
                byGroup.compute(group, (name, audience) -> {
                    if (audience == null) watched.add(group);
                    Audience all = audience == null ? new Audience() : audience;
                    isNew[0] = all.connections().add(connection);
                    return all;
                });
            return groups;
        });
        return isNew[0];
    }

    /** A connection no longer watches a group. */
    void leave(Connection connection, String group) {
        joined.computeIfPresent(connection, (open, groups) -> {
            if (groups.remove(group)) forget(connection, group);
            return groups;
        });
    }

    /** Those who watch a group; empty when nobody does. */
    Optional<Audience> of(String group) {
        return Optional.ofNullable(byGroup.get(group));
    }

    /** Whether a connection watches a group already. */
    boolean isIn(Connection connection, String group) {
        Audience audience = byGroup.get(group);
        return audience != null && audience.connections().contains(connection);
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

    /** How many groups a connection has announced. */
    int groupsOf(Connection connection) {
        return joined.getOrDefault(connection, Set.of()).size();
    }

    /** How many groups are watched. */
    int groups() {
        return byGroup.size();
    }

    private void forget(Connection connection, String group) {
        byGroup.computeIfPresent(group, (name, audience) -> {
            audience.connections().remove(connection);
            if (!audience.connections().isEmpty()) return audience;
            watched.remove(group);
            return null;
        });
    }
}
