package org.updatable.hub;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.updatable.Notification;
import org.updatable.channel.Channels;
import org.updatable.message.Wire;

/**
 * A notification on its way to a connection. Notifications are no values: of those that a slow browser has not taken, the last one of a row
 * is kept, and of too many it is told that something has happened.
 *
 * @param subject one of a bounded number for each channel
 * @param notification what is announced
 * @param digest what a page says that has heard it
 * @param spread over how many milliseconds all who hear it are to spread what they ask for
 * @param message the same, written once for all who watch
 */
record Notice(Subject subject, Notification notification, String digest, long spread, String message)
        implements Delivery {
    /** So many wait for one connection on one channel at most. */
    private static final int MOST_WAITING = 256;

    static Notice of(Notification notification, String digest, long spread) {
        String channel = notification.channel();
        Object about = notification.payload().getOrDefault("pk", notification.payload());
        int slot = Math.floorMod(Objects.hashCode(about), MOST_WAITING);
        return of(new Subject(channel, "notice " + slot), notification, digest, spread);
    }

    private static Notice of(Subject subject, Notification notification, String digest, long spread) {
        String message = Wire.notification(notification.channel(), notification.payload(), digest, spread);
        return new Notice(subject, notification, digest, spread, message);
    }

    @Override
    public Delivery after(Delivery waiting) {
        if (!(waiting instanceof Notice before)) return this;
        if (before.notification.equals(notification)) return this;
        Object pk = pk();
        if (pk == null || !pk.equals(before.pk()) || !isOfSameClass(before))
            return of(subject, Channels.touched(notification.channel()), digest, spread);
        return isSaved() && before.isSaved() ? with(before) : this;
    }

    /** Who has not heard of the one before hears of both. */
    private Notice with(Notice before) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>(before.notification.payload());
        payload.putAll(notification.payload());
        Set<Object> fields = new TreeSet<>(before.fields());
        fields.addAll(fields());
        payload.put("fields", List.copyOf(fields));
        return of(subject, new Notification(notification.channel(), payload), digest, spread);
    }

    private @Nullable Object pk() {
        return notification.payload().get("pk");
    }

    private boolean isSaved() {
        return "save".equals(notification.payload().get("event"))
                && notification.payload().get("fields") instanceof List<?>;
    }

    private List<?> fields() {
        return (List<?>) Objects.requireNonNull(notification.payload().get("fields"));
    }

    private boolean isOfSameClass(Notice other) {
        return Objects.equals(
                notification.payload().get("model"),
                other.notification.payload().get("model"));
    }
}
