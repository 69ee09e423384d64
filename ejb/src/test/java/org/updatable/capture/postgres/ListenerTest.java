package org.updatable.capture.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.updatable.Notification;
import org.updatable.capture.Database;

class ListenerTest {
    private static final int PATIENCE_SECONDS = 20;
    private static final String CUT =
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'updatable'"
                    + " and datname = current_database()";

    private final String database = Postgres.database();
    private final Set<String> channels = ConcurrentHashMap.newKeySet();
    private final Ear ear = new Ear();
    private final AtomicInteger triggers = new AtomicInteger(-1);
    private @Nullable Listener listener;
    private @Nullable Thread thread;

    @AfterEach
    void end() throws InterruptedException {
        if (listener == null || thread == null) return;
        listener.end();
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void hearsWhatAnotherProgramSays() throws InterruptedException {
        listens(database, database, "orders");
        assertThat(ear.next()).isEqualTo("begins [orders]");
        Postgres.execute(database, "notify orders, 'x'", "notify others, 'y'", "notify orders, 'z'");

        assertThat(ear.next()).isEqualTo("orders x");
        assertThat(ear.next()).isEqualTo("orders z");
        awaitState("listening");
        assertThat(triggers).hasValue(0);
    }

    @Test
    void hearsOfAChannelFromWhenSomebodyWatchesIt() throws InterruptedException {
        listens(database, database);
        channels.add("reports");
        assertThat(ear.next()).isEqualTo("begins [reports]");
        Postgres.execute(database, "notify reports, 'x'");

        assertThat(ear.next()).isEqualTo("reports x");
    }

    /** What was said meanwhile is missed, and all is to be read. */
    @Test
    void beginsAnewWhenTheConnectionWasCut() throws InterruptedException {
        listens(database, database, "orders");
        assertThat(ear.next()).isEqualTo("begins [orders]");
        ear.connected.take();
        Postgres.execute(database, CUT, "notify orders, 'missed'");

        assertThat(ear.next()).isEqualTo("begins [orders]");
        assertThat(ear.connected.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        Postgres.execute(database, "notify orders, 'again'");
        assertThat(ear.next()).isEqualTo("orders again");
        assertThat(listener().isListening()).isTrue();
    }

    @Test
    void saysSoWhereItListensToAnotherDatabase() throws InterruptedException {
        listens(Postgres.database(), database, "orders");
        ear.next();
        awaitState("is not the database of the data source");
        assertThat(listener().state()).contains("updatable.postgres.url");
    }

    @Test
    void saysSoWhereNobodyAnswers() throws InterruptedException {
        listens("jdbc:postgresql://127.0.0.1:1/nowhere?password=secret", database, "orders");
        awaitState("not connected");
        assertThat(listener().state()).doesNotContain("secret");
    }

    @Test
    void findsTriggersOutThatSomebodyInstalls() throws InterruptedException {
        listens(database, database, "orders");
        ear.next();
        Postgres.execute(
                database,
                "create table t (id int)",
                "create function \"updatable:x\"() returns trigger language plpgsql as 'begin return null; end'",
                "create trigger \"updatable:x:insert\" after insert on t execute function \"updatable:x\"()");
        awaitState("listening");
        listener().looksForTriggers();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (triggers.get() != 1 && System.nanoTime() < until) Thread.sleep(20);
        assertThat(triggers).hasValue(1);
    }

    @Test
    void whatIsAnnouncedHereComesBackAsAnEcho() throws InterruptedException {
        Echoes echoes = new Echoes(channels::contains);
        Announcements announcements = new Announcements(lender(database), echoes, Runnable::run);
        listens(database, database, "reports");
        ear.next();
        Notification june = new Notification("reports", Map.of("name", "June"));
        announcements.take(List.of(june, june, new Notification("reports", Map.of("name", "July"))));

        Said first = ear.nextSaid();
        Said second = ear.nextSaid();
        assertThat(first.payload()).isEqualTo("{\"name\":\"June\"}");
        assertThat(echoes.remove(first)).isTrue();
        assertThat(echoes.remove(second)).isTrue();
        assertThat(echoes.remove(second)).as("somebody else says the same").isFalse();
    }

    @Test
    void whatIsSaidWhereNobodyListensIsNoEcho() {
        Echoes echoes = new Echoes(channels::contains);
        Said said = new Said("reports", "{}");
        echoes.expect(List.of(said));
        channels.add("reports");
        assertThat(echoes.remove(said)).isFalse();
        echoes.expect(List.of(said));
        echoes.expect(List.of(said));
        assertThat(echoes.remove(said)).isTrue();
        echoes.forget();
        assertThat(echoes.remove(said)).isFalse();
    }

    @Test
    void whatCouldNotBeSaidIsSaidLater() throws InterruptedException {
        Echoes echoes = new Echoes(channels::contains);
        boolean[] isAway = {true};
        Database away = borrower -> {
            if (isAway[0]) throw new SQLException("planted");
            lender(database).lend(borrower);
        };
        Announcements announcements = new Announcements(away, echoes, Runnable::run);
        listens(database, database, "reports");
        ear.next();
        announcements.take(List.of(new Notification("reports", Map.of("number", 1))));
        announcements.take(List.of(new Notification("reports", Map.of("number", 2))));
        isAway[0] = false;
        announcements.retry();

        assertThat(ear.next()).isEqualTo("reports {\"number\":1}");
        assertThat(ear.next()).isEqualTo("reports {\"number\":2}");
    }

    private void listens(String where, String application, String... to) {
        channels.addAll(Set.of(to));
        Listener made = new Listener(
                Server.of(where, Optional.empty(), Optional.empty(), new Driver()),
                lender(application),
                () -> Set.copyOf(channels),
                ear,
                there -> triggers.set(there ? 1 : 0));
        listener = made;
        thread = new Thread(made, "listener");
        thread.start();
    }

    private Listener listener() {
        return Objects.requireNonNull(listener);
    }

    private void awaitState(String part) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!listener().state().contains(part) && System.nanoTime() < until) Thread.sleep(20);
        assertThat(listener().state()).contains(part);
    }

    private static Database lender(String database) {
        return borrower -> {
            try (var connection = DriverManager.getConnection(database)) {
                borrower.borrow(connection);
            }
        };
    }

    /** Writes down what it is told. */
    private static final class Ear implements Listener.Hearing {
        private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();
        final BlockingQueue<Boolean> connected = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            Object next = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return next instanceof Said said ? said.channel() + " " + said.payload() : String.valueOf(next);
        }

        Said nextSaid() throws InterruptedException {
            return (Said) Objects.requireNonNull(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }

        @Override
        public void heard(List<Said> all) {
            told.addAll(all);
        }

        @Override
        public void connects() {
            connected.add(true);
        }

        @Override
        public void looksRound() {}

        @Override
        public void begins(Set<String> channels) {
            told.add("begins " + channels);
        }
    }
}
