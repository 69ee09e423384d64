package org.updatable.backplane;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.updatable.change.Fact;

/** The backplane of an application that runs on one node: a method call. */
@ApplicationScoped
public class LocalBackplane implements Backplane {
    private final List<Consumer<List<Fact>>> subscribers = new CopyOnWriteArrayList<>();

    /** Made by the container. */
    public LocalBackplane() {}

    @Override
    public void publish(List<Fact> commit) {
        subscribers.forEach(subscriber -> subscriber.accept(commit));
    }

    @Override
    public void subscribe(Consumer<List<Fact>> subscriber) {
        subscribers.add(subscriber);
    }
}
