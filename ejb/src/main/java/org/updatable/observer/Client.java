package org.updatable.observer;

import java.security.Principal;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.updatable.hub.Batch;
import org.updatable.hub.Connection;
import org.updatable.hub.Delivery;
import org.updatable.hub.Delivery.Subject;
import org.updatable.hub.Delivery.Told;

/** Somebody who observes by one connection. */
final class Client {
    private static final String ANSWERS = "answers";

    private final Connection connection;
    private final @Nullable Principal user;
    private final String address;
    private final AtomicLong answers = new AtomicLong();

    Client(Connection connection, @Nullable Principal user, String address) {
        this.connection = connection;
        this.user = user;
        this.address = address;
    }

    @Nullable
    Principal user() {
        return user;
    }

    /** Who it is, in words that are the same after it has come back. */
    String name() {
        return (user == null ? "" : user.getName()) + ' ' + address;
    }

    /** Answers a request. Each is answered, and in the order in which this is called. */
    void answer(String reply) {
        connection.offer(
                Batch.of(List.of(new Told(new Subject(ANSWERS, Long.toString(answers.incrementAndGet())), reply))));
    }

    /** Tells what happened, all of it before any of it is sent. */
    void tell(List<Delivery> events) {
        connection.offer(Batch.of(events));
    }

    /** What waits to be told of an observation is not told any more. */
    void drop(Observation observation) {
        connection.drop(observation.name());
    }

    /** Later news of a row replace earlier ones that wait, but not past an answer: it may be older than they are. */
    Subject about(Observation observation, String row) {
        return new Subject(observation.name(), row + '@' + answers.get());
    }
}
