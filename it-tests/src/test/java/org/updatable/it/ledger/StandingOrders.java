package org.updatable.it.ledger;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import java.util.ArrayDeque;
import java.util.Queue;

/** Makes the entries that are due, once a second. */
@Singleton
public class StandingOrders {
    private final Queue<String> due = new ArrayDeque<>();

    @EJB
    private Books books;

    public void enter(String id) {
        due.add(id);
    }

    /** Not persistent: that would need a Hazelcast, which listens on every network of the machine. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void enterWhatIsDue() {
        while (!due.isEmpty()) books.enter(due.remove());
    }
}
