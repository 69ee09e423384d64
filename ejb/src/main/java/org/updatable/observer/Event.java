package org.updatable.observer;

import org.jspecify.annotations.Nullable;
import org.updatable.hub.Delivery;
import org.updatable.message.observer.Framing;
import org.updatable.message.observer.Key;
import org.updatable.message.observer.RowText;

/**
 * What happened to a row for who observes it.
 *
 * @param subject the same for all that happens to it there, until the client is answered something
 * @param kind what happened
 * @param framing how the client wants to hear it
 * @param pk what it calls the row
 * @param row the row as it is now; null when it is gone
 */
record Event(
        Subject subject,
        Kind kind,
        Framing framing,
        Key pk,
        @Nullable RowText row) implements Delivery {

    enum Kind {
        CREATE("create"),
        UPDATE("update"),
        DELETE("delete");

        private final String action;

        Kind(String action) {
            this.action = action;
        }
    }

    @Override
    public String message() {
        return row == null
                ? framing.event(kind.action, 204, RowText.gone(pk))
                : framing.event(kind.action, 200, row.as(pk));
    }

    /** A client that was told neither of a row's coming nor of its going is told what is between. */
    @Override
    public Delivery after(Delivery waiting) {
        if (!(waiting instanceof Event before)) return this;
        if (before.kind == Kind.CREATE && kind == Kind.UPDATE) return as(Kind.CREATE);
        if (before.kind == Kind.DELETE && kind == Kind.CREATE) return as(Kind.UPDATE);
        return this;
    }

    private Event as(Kind other) {
        return new Event(subject, other, framing, pk, row);
    }
}
