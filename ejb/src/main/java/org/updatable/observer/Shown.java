package org.updatable.observer;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.updatable.message.observer.RowText;

/** What some observers have together been told of: the rows that are there for them, and what each looked like. */
final class Shown {
    /** A row that is there, and of which nobody has been told. */
    private static final UUID UNKNOWN = new UUID(0, 0);

    private final Set<Observation> observers = new LinkedHashSet<>();
    private final Map<String, UUID> rows = new HashMap<>();

    /** Who observes it. */
    Set<Observation> observers() {
        return observers;
    }

    /** Which rows are there. */
    Set<String> ids() {
        return rows.keySet();
    }

    boolean has(String id) {
        return rows.containsKey(id);
    }

    /** A row is there. */
    void found(String id, @Nullable RowText text) {
        rows.put(id, text == null ? UNKNOWN : digest(text));
    }

    /**
     * A row may be another one now.
     *
     * @param text null when it is not there
     * @param happens is told what that means
     */
    void now(String id, @Nullable RowText text, BiConsumer<Event.Kind, @Nullable RowText> happens) {
        if (text == null) {
            if (rows.remove(id) != null) happens.accept(Event.Kind.DELETE, null);
            return;
        }
        UUID digest = digest(text);
        UUID before = rows.put(id, digest);
        if (before == null) happens.accept(Event.Kind.CREATE, text);
        else if (!before.equals(digest)) happens.accept(Event.Kind.UPDATE, text);
    }

    private static UUID digest(RowText text) {
        return UUID.nameUUIDFromBytes(text.rest().getBytes(StandardCharsets.UTF_8));
    }
}
