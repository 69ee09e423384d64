package org.updatable.capture.postgres;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Executor;
import org.updatable.Notification;
import org.updatable.capture.Database;
import org.updatable.counters.Failures;
import org.updatable.message.Json;

/**
 * Says to other programs what the application announces, after the commit and on a connection of its pool: a NOTIFY in the
 * application's own transaction would let all commits of the database wait for each other.
 */
final class Announcements {
    private static final int MOST_AT_ONCE = 1_000;

    /** As much as is kept while the database is away. */
    private static final int MOST_WAITING = 10_000;

    private final Database database;
    private final Echoes echoes;
    private final Executor lane;
    private final Deque<Said> waiting = new ArrayDeque<>();

    /**
     * @param database lends connections
     * @param echoes expect what is said to come back
     * @param lane does one thing after the other
     */
    Announcements(Database database, Echoes echoes, Executor lane) {
        this.database = database;
        this.echoes = echoes;
        this.lane = lane;
    }

    /** Takes what one commit announces. Does not wait. */
    void take(Collection<Notification> notifications) {
        if (notifications.isEmpty()) return;
        synchronized (waiting) {
            notifications.forEach(notification -> waiting.add(
                    new Said(notification.channel(), Json.object(json -> Json.write(json, notification.payload())))));
            if (waiting.size() > MOST_WAITING) drop();
        }
        lane.execute(this::send);
    }

    /** What could not be said is tried again. */
    void retry() {
        synchronized (waiting) {
            if (waiting.isEmpty()) return;
        }
        lane.execute(this::send);
    }

    private void drop() {
        while (waiting.size() > MOST_WAITING) waiting.remove();
        Failures.report(
                "The database is away, and other programs do not hear what was announced first.",
                new IllegalStateException(MOST_WAITING + " announcements wait"));
    }

    private void send() {
        for (List<Said> all = next(); !all.isEmpty(); all = next()) if (!isSent(all)) return;
    }

    /** The same twice in one transaction is the same once, and comes back once. */
    private boolean isSent(List<Said> all) {
        List<Said> different = new ArrayList<>(new LinkedHashSet<>(all));
        echoes.expect(different);
        try {
            database.lend(connection -> Sending.send(connection, different));
            return true;
        } catch (SQLException | RuntimeException failure) {
            different.forEach(echoes::remove);
            synchronized (waiting) {
                for (int last = different.size() - 1; last >= 0; last--) waiting.addFirst(different.get(last));
            }
            Failures.report("Other programs could not be told what was announced; it is tried again.", failure);
            return false;
        }
    }

    private List<Said> next() {
        List<Said> all = new ArrayList<>();
        synchronized (waiting) {
            while (!waiting.isEmpty() && all.size() < MOST_AT_ONCE) all.add(waiting.remove());
        }
        return all;
    }
}
