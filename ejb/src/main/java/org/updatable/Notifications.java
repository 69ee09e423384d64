package org.updatable;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Announces something on a channel: {@code @Inject Notifications notifications;}, from any bean. Pages that show a region of the
 * channel render it again, scripts hear of it by {@code UpdateListener.on}, and beans by
 * {@code @Observes @Channel("reports") Notification}.
 */
public interface Notifications {

    /**
     * Announces something. Inside a transaction it leaves when that commits, and not at all when it rolls back; what is announced twice
     * in one transaction is announced once. Outside it leaves at once. Does not wait.
     *
     * @param channel the name of the channel: lower case letters, digits and {@code _}, at most 63 of them
     * @param payload what is announced: text, numbers, truths, null, dates and enums (as text), lists, and maps by names; less than 7500
     *     bytes as JSON. Everybody who may watch the channel can read it
     * @throws IllegalArgumentException when the name is none, or the payload cannot be written or is too long
     */
    void send(String channel, Map<String, ? extends @Nullable Object> payload);
}
