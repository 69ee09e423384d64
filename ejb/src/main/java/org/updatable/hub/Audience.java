package org.updatable.hub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.updatable.message.Digest;
import org.updatable.message.Update;

/**
 * Who watches a group, and what they were shown last, as far as that is known: from the first time that all of it was read.
 * Connections come and go on any thread; what they were shown is the business of the one that delivers.
 */
final class Audience {
    private final String group;
    private final Watchers watchers = new Watchers();
    private @Nullable Map<String, Long> shown;

    /** @param group its name */
    Audience(String group) {
        this.group = group;
    }

    /** The name of the group: the same object for all who watch it. */
    String group() {
        return group;
    }

    Watchers watchers() {
        return watchers;
    }

    /** Those who watch it now. */
    List<Connection> connections() {
        return watchers.all();
    }

    /** Whether it is known that they are shown what a page shows that has this digest. */
    boolean isShown(String digest) {
        return shown != null && digest.equals(Digest.ofAll(shown.values()));
    }

    /** Whether it is known what they were shown. */
    boolean isKnown() {
        return shown != null;
    }

    /** They are told something. */
    void told(Update update) {
        if (shown != null) shown.put(update.aspect(), Digest.of(update));
    }

    /**
     * They are told what is new to them.
     *
     * @return what is not known to be shown already
     */
    List<Update> tell(Collection<Update> updates) {
        if (shown == null) return List.copyOf(updates);
        List<Update> differing = new ArrayList<>();
        for (Update update : updates) {
            long digest = Digest.of(update);
            if (!Objects.equals(shown.put(update.aspect(), digest), digest)) differing.add(update);
        }
        return differing;
    }

    /**
     * A part of what the group shows was read.
     *
     * @return what is not known to be shown already
     */
    List<Update> differing(Collection<Update> read) {
        Map<String, Long> before = shown == null ? Map.of() : shown;
        return read.stream()
                .filter(update -> !Objects.equals(before.get(update.aspect()), Digest.of(update)))
                .toList();
    }

    /**
     * All that the group shows was read.
     *
     * @return what is not known to be shown already
     */
    List<Update> nowShows(Collection<Update> read) {
        List<Update> differing = differing(read);
        shown = new HashMap<>(Digest.byAspect(read));
        return differing;
    }

    /** What they were shown is certain no more: whatever is read next differs from it. */
    void doubt() {
        if (shown != null) shown = new HashMap<>();
    }
}
