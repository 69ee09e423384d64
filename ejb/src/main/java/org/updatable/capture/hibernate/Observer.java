package org.updatable.capture.hibernate;

import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.event.spi.EventSource;
import org.jspecify.annotations.Nullable;
import org.updatable.capture.Capture;
import org.updatable.capture.CommitSlot;
import org.updatable.capture.RowObserver;
import org.updatable.model.LiveEntity;

/** Who the listeners of one unit tell what they hear. */
final class Observer {
    private final Collection<LiveEntity> entities;
    private final Capture capture;
    private final Function<@Nullable EventSource, CommitSlot> slots;

    /** @param slots the slot of a session's transaction; the session is null where it is a stateless one */
    Observer(Collection<LiveEntity> entities, Capture capture, Function<@Nullable EventSource, CommitSlot> slots) {
        this.entities = entities;
        this.capture = capture;
        this.slots = slots;
    }

    /** Something happens to the row of an instance; nothing is written down when that is not live. */
    void saw(Object instance, @Nullable EventSource session, BiConsumer<LiveEntity, RowObserver> what) {
        for (LiveEntity entity : entities) {
            if (entity.javaType().isInstance(instance))
                capture.saw(() -> slots.apply(session), entity, instance, row -> what.accept(entity, row));
        }
    }

    /** Something happens to a row of a class, and nobody knows to which. Never throws. */
    void touched(Supplier<Class<?>> type, EventSource session) {
        for (LiveEntity entity : entities) if (mayBe(entity, type)) capture.touched(() -> slots.apply(session), entity);
    }

    private static boolean mayBe(LiveEntity entity, Supplier<Class<?>> type) {
        try {
            return entity.javaType().isAssignableFrom(type.get());
        } catch (RuntimeException | LinkageError notKnown) {
            return true;
        }
    }
}
