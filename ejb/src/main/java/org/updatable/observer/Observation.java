package org.updatable.observer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.updatable.message.observer.Framing;
import org.updatable.message.observer.Key;
import org.updatable.model.LiveEntity;
import org.updatable.present.Filter;

/** What one request observes: a row, or those that pass a filter. Asking for the same twice is asking once. */
final class Observation {
    private final Client client;
    private final Framing framing;
    private final LiveEntity entity;
    private final boolean isOfMany;
    private final @Nullable Key pk;
    private final Filter filter;
    private final String name;

    private Observation(
            Client client, Framing framing, LiveEntity entity, boolean isOfMany, @Nullable Key pk, Filter filter) {
        this.client = client;
        this.framing = framing;
        this.entity = entity;
        this.isOfMany = isOfMany;
        this.pk = pk;
        this.filter = filter;
        this.name = String.join(
                " ",
                entity.namespace(),
                isOfMany ? "many" : "one",
                pk == null ? filter.values().toString() : "=" + pk.text(),
                framing.toString());
    }

    /** Of one row, or of one of several that are observed together, which may come and go. */
    static Observation ofRow(Client client, Framing framing, LiveEntity entity, boolean isOfMany, Key pk) {
        return new Observation(client, framing, entity, isOfMany, pk, Filter.NONE);
    }

    /** Of all rows that pass a filter. */
    static Observation ofSelection(Client client, Framing framing, LiveEntity entity, Filter filter) {
        return new Observation(client, framing, entity, true, null, filter);
    }

    Client client() {
        return client;
    }

    Framing framing() {
        return framing;
    }

    LiveEntity entity() {
        return entity;
    }

    /** Whether rows may come and go. */
    boolean isOfMany() {
        return isOfMany;
    }

    /** The one row, as its client calls it; null for a selection. */
    @Nullable
    Key pk() {
        return pk;
    }

    /** Which rows a selection is of. */
    Filter filter() {
        return filter;
    }

    /** What is observed by which request, in words that are the same after the client has come back. */
    String name() {
        return name;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a client is one connection
    public boolean equals(@Nullable Object other) {
        return other instanceof Observation that && client == that.client && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(client), name);
    }
}
