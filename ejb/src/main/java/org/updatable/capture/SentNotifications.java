package org.updatable.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updatable.Notification;
import org.updatable.Notifications;
import org.updatable.change.PlainValue;
import org.updatable.message.ChannelName;
import org.updatable.message.Json;

/** What the application announces itself. */
@ApplicationScoped
public class SentNotifications implements Notifications {
    /** As much as a database carries from one program to another. */
    private static final int MOST_BYTES = 7500;

    @Inject
    Capture capture;

    /** Made by the container. */
    public SentNotifications() {}

    @Override
    public void send(String channel, Map<String, ? extends @Nullable Object> payload) {
        Notification notification = new Notification(ChannelName.check(channel), plain(payload));
        int bytes =
                Json.object(json -> Json.write(json, notification.payload())).getBytes(StandardCharsets.UTF_8).length;
        if (bytes >= MOST_BYTES)
            throw new IllegalArgumentException(
                    "The payload for channel \"%s\" has %d bytes as JSON, and must have less than %d: announce what has happened, and let those who hear it read the rest."
                            .formatted(channel, bytes, MOST_BYTES));
        capture.announce(notification);
    }

    private static Map<String, @Nullable Object> plain(Map<String, ? extends @Nullable Object> payload) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        payload.forEach((name, value) -> plain.put(name, PlainValue.inParts(value)));
        return plain;
    }
}
