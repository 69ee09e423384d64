package org.updatable.capture;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.updatable.Notification;
import org.updatable.counters.Failures;

/** The other programs that a database tells what this one announces. */
@ApplicationScoped
public class OtherPrograms {
    private final List<Consumer<List<Notification>>> ways = new CopyOnWriteArrayList<>();

    /** Made by the container. */
    public OtherPrograms() {}

    /**
     * They can be told.
     *
     * @param way takes what one commit announces; returns at once
     */
    public void reachBy(Consumer<List<Notification>> way) {
        ways.add(way);
    }

    /** Tells them what one commit announces. Never throws. */
    void tell(List<Notification> notifications) {
        if (notifications.isEmpty()) return;
        for (Consumer<List<Notification>> way : ways) {
            try {
                way.accept(notifications);
            } catch (RuntimeException failure) {
                Failures.report("Other programs could not be told what was announced.", failure);
            }
        }
    }
}
