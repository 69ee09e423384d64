package org.updatable.backplane;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.updatable.change.Commit;

/** The backplane of an application that runs on one node: a method call. */
@ApplicationScoped
public class LocalBackplane implements Backplane {
    private final List<Consumer<Commit>> subscribers = new CopyOnWriteArrayList<>();

    /** Made by the container. */
    public LocalBackplane() {}

    @Override
    public void publish(Commit commit) {
        subscribers.forEach(subscriber -> subscriber.accept(commit));
    }

    @Override
    public void deliver(Commit commit) {
        publish(commit);
    }

    @Override
    public void subscribe(Consumer<Commit> subscriber) {
        subscribers.add(subscriber);
    }
}
