package org.updatable.capture;

import org.jspecify.annotations.Nullable;

/**
 * What surrounds a change: who makes it, from which browser tab, and whether it is told. Opened around a business
 * method by {@link BroadcastsUpdatesInterceptor}; what is called from inside belongs to it.
 *
 * @param actor the caller's name, or null
 * @param tab the browser tab of the request, or null
 * @param muted whether only "something changed" is told
 */
record UnitOfUpdates(@Nullable String actor, @Nullable String tab, boolean muted) {
    private static final ThreadLocal<@Nullable UnitOfUpdates> CURRENT = new ThreadLocal<>();

    /** The unit around the current method, or null. */
    static @Nullable UnitOfUpdates current() {
        return CURRENT.get();
    }

    /** Goes into a unit, or back to the one around it, which may be none. */
    static void enter(@Nullable UnitOfUpdates unit) {
        if (unit == null) CURRENT.remove();
        else CURRENT.set(unit);
    }

    UnitOfUpdates mutedToo() {
        return new UnitOfUpdates(actor, tab, true);
    }
}
