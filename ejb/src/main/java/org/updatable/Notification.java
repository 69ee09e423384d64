package org.updatable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was announced on a channel: {@code void on(@Observes @Channel("orders") Notification notification)}, after
 * the transaction has committed. Observers run one after the other on a thread of the container, without a transaction and
 * without a request.
 *
 * <p>Every live class has a channel, which says of each row that a transaction created, changed or deleted
 * {@code {pk=42, event=save, model=Order, fields=[status]}}. The event is {@code save}, with {@code created=true} where the row
 * is new, or {@code delete}; or {@code touched}, without a {@code pk} where nobody knows which rows have changed. It is a hint, and no
 * authority: who wants to know how the row is now reads it.
 *
 * @param channel the name of the channel
 * @param payload what was announced: text, numbers, truths, null, lists, and maps by names; not to be changed
 */
public record Notification(String channel, Map<String, @Nullable Object> payload) {

    /** Copies the payload. */
    public Notification {
        payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
    }
}
