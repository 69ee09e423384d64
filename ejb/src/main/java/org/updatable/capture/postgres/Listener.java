package org.updatable.capture.postgres;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.updatable.capture.Database;
import org.updatable.counters.Failures;

/**
 * Listens to one PostgreSQL on a connection of its own, for as long as the application runs: what is said while there is none is
 * missed, and so everything is read when there is one again. Runs on a thread of its own.
 */
final class Listener implements Runnable {
    private static final Logger LOG = System.getLogger("org.updatable");

    /** On which nobody else says anything: no name of an application's channel. */
    private static final String PROBE = "updatable:probe";

    private static final String HAS_TRIGGERS =
            "select 1 from pg_catalog.pg_trigger where tgname like 'updatable:%' limit 1";

    /** So long it waits for what is said, until it looks for what else is to be done. */
    private static final int LOOK_ROUND_MILLIS = 200;

    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private static final String NOTHING_ARRIVES =
            "PostgreSQL at %s forgets who listens: what other programs change is not seen. That is a pooler in transaction"
                    + " mode; set updatable.postgres.url to the address of the server itself.";
    private static final String ANOTHER_DATABASE =
            "PostgreSQL at %s is not the database of the data source: what other programs change is not seen. Set"
                    + " updatable.postgres.url to the address of the same database.";

    private final Server server;
    private final Database application;
    private final Supplier<Set<String>> channels;
    private final Hearing hearing;
    private final Consumer<Boolean> triggers;
    private volatile boolean ended;
    private volatile boolean looks;
    private volatile String state = "connecting";

    /** What is done with what is heard. */
    interface Hearing {
        /** Notifications, in order. */
        void heard(List<Said> all);

        /** A connection is new: what was said before does not come any more. */
        void connects();

        /** Now and then. */
        void looksRound();

        /** Some channels are listened to from now on; what was said before is not known. */
        void begins(Set<String> channels);
    }

    /**
     * @param server where it listens
     * @param application the same database, as the application reaches it
     * @param channels what to listen to, asked for again and again
     * @param hearing is told what is heard
     * @param triggers is told whether the database has our triggers
     */
    Listener(
            Server server,
            Database application,
            Supplier<Set<String>> channels,
            Hearing hearing,
            Consumer<Boolean> triggers) {
        this.server = server;
        this.application = application;
        this.channels = channels;
        this.hearing = hearing;
        this.triggers = triggers;
    }

    /** Ends it, a moment later. */
    void end() {
        ended = true;
    }

    /** Somebody has installed triggers, or removed them: that is found out a moment later. */
    void looksForTriggers() {
        looks = true;
    }

    /** How it is: {@code listening}, or why it is not. */
    String state() {
        return state;
    }

    @Override
    public void run() {
        Duration pause = FIRST_PAUSE;
        while (!ended) {
            try (Session session = new Session(server)) {
                Listening listening = new Listening(session);
                listening.begin();
                pause = FIRST_PAUSE;
                while (!ended) listening.goOn();
            } catch (SQLException | RuntimeException | LinkageError failure) {
                lost(failure);
                pause = sleep(pause);
            }
        }
        state = "ended";
    }

    private void lost(Throwable failure) {
        if (ended) return;
        boolean listened = isListening();
        state = "not connected: " + failure.getMessage();
        if (listened)
            LOG.log(
                    Level.WARNING,
                    "PostgreSQL at {0} is not heard any more; it is tried again, and then all that is watched is read. {1}",
                    server.withoutSecrets(),
                    failure.getMessage());
        else
            Failures.report(
                    "PostgreSQL at %s cannot be listened to; it is tried again and again."
                            .formatted(server.withoutSecrets()),
                    failure);
    }

    boolean isListening() {
        return state.startsWith("listening");
    }

    private Duration sleep(Duration pause) {
        try {
            for (long left = pause.toMillis(); left > 0 && !ended; left -= LOOK_ROUND_MILLIS)
                Thread.sleep(Math.min(left, LOOK_ROUND_MILLIS));
        } catch (InterruptedException stopped) {
            ended = true;
            Thread.currentThread().interrupt();
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    /** As long as one connection lasts. */
    private final class Listening {
        private final Session session;
        private final Set<String> known = new HashSet<>();
        private boolean isForgotten;
        private long lastLook = System.nanoTime();

        Listening(Session session) {
            this.session = session;
        }

        void begin() throws SQLException {
            hearing.connects();
            session.listen(PROBE);
            String found = probe();
            if (ended) return;
            lookForTriggers();
            listenToMore();
            state = found;
            if (isListening()) LOG.log(Level.INFO, "Listening to PostgreSQL at {0}.", server.withoutSecrets());
            else LOG.log(Level.WARNING, state);
        }

        void goOn() throws SQLException {
            listenToMore();
            take(session.heard(LOOK_ROUND_MILLIS));
            if (!looks && System.nanoTime() - lastLook < BETWEEN_LOOKS.toNanos()) return;
            looks = false;
            lastLook = System.nanoTime();
            hearing.looksRound();
            if (!session.isAlive()) throw new SQLException("The server does not answer.");
            lookForTriggers();
        }

        /** What they say is not waited for where it does not arrive. */
        private void lookForTriggers() throws SQLException {
            triggers.accept(!isForgotten && session.has(HAS_TRIGGERS));
        }

        private void take(List<Said> heard) {
            List<Said> others =
                    heard.stream().filter(said -> !said.channel().equals(PROBE)).toList();
            if (!others.isEmpty()) hearing.heard(others);
        }

        /** Behind a pooler it would be the connection that somebody else has next that listens, and keeps what nobody fetches. */
        private void listenToMore() throws SQLException {
            if (isForgotten) return;
            Set<String> more = new HashSet<>(channels.get());
            more.removeAll(known);
            if (more.isEmpty()) return;
            for (String channel : more) session.listen(channel);
            known.addAll(more);
            hearing.begins(more);
        }

        /**
         * What the application says has to come back. What is said to oneself on the same connection tells nothing: a pooler
         * passes that on.
         */
        private String probe() throws SQLException {
            if (arrives(probe -> application.lend(connection -> Sending.send(connection, List.of(probe)))))
                return "listening";
            isForgotten = !arrives(this::sayAsSomebodyElse);
            return (isForgotten ? NOTHING_ARRIVES : ANOTHER_DATABASE).formatted(server.withoutSecrets());
        }

        private void sayAsSomebodyElse(Said probe) throws SQLException {
            try (Session another = new Session(server)) {
                another.say(probe);
            }
        }

        private boolean arrives(Probing way) throws SQLException {
            Said probe = new Said(PROBE, UUID.randomUUID().toString());
            way.say(probe);
            long until = System.nanoTime() + PROBE_PATIENCE.toNanos();
            while (System.nanoTime() < until && !ended)
                if (session.heard(LOOK_ROUND_MILLIS).contains(probe)) return true;
            return false;
        }
    }

    /** A way to say something that has to arrive. */
    private interface Probing {
        void say(Said probe) throws SQLException;
    }
}
