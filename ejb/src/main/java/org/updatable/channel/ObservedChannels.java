package org.updatable.channel;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.updatable.Channel;
import org.updatable.Notification;
import org.updatable.message.ChannelName;

/** The channels that beans of the application name when they observe a {@link Notification}. */
public class ObservedChannels implements Extension {
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    /** Made by the container. */
    public ObservedChannels() {}

    void collect(@Observes ProcessObserverMethod<Notification, ?> observer) {
        observer.getObserverMethod().getObservedQualifiers().forEach(qualifier -> {
            if (qualifier instanceof Channel channel && ChannelName.isOne(channel.value())) names.add(channel.value());
        });
    }

    /** Their names. */
    Set<String> names() {
        return Set.copyOf(names);
    }
}
