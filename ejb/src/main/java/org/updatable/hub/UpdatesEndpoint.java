package org.updatable.hub;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.updatable.access.Gate;
import org.updatable.backplane.Backplane;
import org.updatable.backplane.InFlight;
import org.updatable.backplane.Lane;
import org.updatable.backplane.OwnThread;
import org.updatable.change.Commit;
import org.updatable.channel.Channels;
import org.updatable.channel.Numbers;
import org.updatable.counters.Counters;
import org.updatable.counters.CountersMXBean;
import org.updatable.counters.Failures;
import org.updatable.counters.Registration;
import org.updatable.message.Wire;
import org.updatable.present.Present;
import org.updatable.settings.Settings;

/**
 * What is said at {@code /updates}: what browsers ask goes to the {@link Hub}, what they are told goes through their
 * {@link Outbox}. Begins and ends with the application, and sees to what is to be done every second.
 *
 * <p>Its concurrency is its own, since the container's would let one slow browser stop all others, and without
 * NOT_SUPPORTED each callback would run in a transaction.
 */
@Startup
@Singleton(name = "org.updatable.UpdatesEndpoint")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@ServerEndpoint(value = "/updates", subprotocols = Wire.UPDATABLE_V1, configurator = Handshake.class)
public class UpdatesEndpoint {
    private static final Logger LOG = System.getLogger("org.updatable");

    @Inject
    Backplane backplane;

    @Inject
    InFlight inFlight;

    @Inject
    Present present;

    @Inject
    Gate gate;

    @Inject
    Door door;

    @Inject
    Channels channels;

    @Inject
    Numbers numbers;

    @Inject
    Counters counters;

    @Resource
    ManagedExecutorService threads;

    @Resource
    ManagedThreadFactory threadFactory;

    @Resource
    ManagedScheduledExecutorService timer;

    private final List<OwnThread> ownThreads = new ArrayList<>();
    private @Nullable Registration registration;
    private @Nullable Hub hub;
    private @Nullable Noticeboard noticeboard;
    private @Nullable Future<?> watchdog;
    private volatile long lastInspection = System.nanoTime();
    private volatile long lastSweep = System.nanoTime();
    private volatile @Nullable Duration sweepInterval;

    /** Made by the container. */
    public UpdatesEndpoint() {}

    @PostConstruct
    void start() {
        Settings settings = Settings.ofApplication();
        Duration policyInterval = settings.policyInterval();
        sweepInterval = settings.sweep().orElse(null);
        Lane lane = Lane.of(ownThread("Updatable tells values"), timer);
        Actors actors = new Actors();
        Hub opened = new Hub(
                new Rows(present, inFlight, actors), present::updates, lane, settings.maxUpdateBytes(), counters);
        Noticeboard board = new Noticeboard(
                channels, numbers, Lane.of(ownThread("Updatable tells notifications"), timer), Lane.of(threads, timer));
        counters.follow(opened::groups, lane::standing);
        backplane.subscribe(commit -> {
            present.forget(commit.facts()); // before anybody hears of it, and comes for the page
            actors.remember(commit);
            opened.accept(commit);
            board.accept(commit);
        });
        // The only one, and short: a task that is cancelled keeps the application in memory until its time has come.
        watchdog = timer.scheduleAtFixedRate(() -> watch(opened, policyInterval), 1, 1, TimeUnit.SECONDS);
        hub = opened;
        noticeboard = board;
        registration = Registration.of(counters, CountersMXBean.class);
    }

    @PreDestroy
    void stop() {
        if (watchdog != null) watchdog.cancel(false);
        ownThreads.forEach(OwnThread::end);
        if (registration != null) registration.end();
    }

    /**
     * The application ends. Payara leaves some connections of an application that is deployed again open, and their pages
     * with nobody to hear. To be called while this can still be: what is closed later comes back as an exception, a page
     * of the log for each browser.
     */
    public void sayGoodbye() {
        door.sayGoodbye();
    }

    /** Asks again for everything that is watched whether it may be. Does not wait. */
    public void askAgain() {
        lastInspection = System.nanoTime();
        threads.execute(door::askAgain);
    }

    /**
     * An HTTP session has ended: the connections that its user opened end, too.
     *
     * @param httpSession its id
     */
    public void ended(String httpSession) {
        door.ended(httpSession);
    }

    /**
     * Somebody was here with an HTTP session: the connections end that somebody else opened with it before, and has logged
     * out.
     *
     * @param httpSession its id
     * @param user null when nobody is logged in
     */
    public void seen(String httpSession, @Nullable String user) {
        door.seen(httpSession, user);
    }

    /**
     * An HTTP session has another id.
     *
     * @param before what it was
     * @param now what it is
     */
    public void renamed(String before, String now) {
        door.renamed(before, now);
    }

    /**
     * A browser connects.
     *
     * @param session its session
     */
    @OnOpen
    public void opened(Session session) {
        boolean speaksOurs = Wire.UPDATABLE_V1.equals(session.getNegotiatedSubprotocol());
        door.opened(session, speaksOurs, (connection, user, address) -> {
            hub().opened(connection);
            noticeboard().opened(connection);
            return new Subscriber(hub(), noticeboard(), gate, connection, user, speaksOurs, door.limits());
        });
    }

    /**
     * A browser asks to join or leave groups.
     *
     * @param part of what it sends
     * @param last whether the frame ends with it
     * @param session its session
     */
    @OnMessage
    public void asked(String part, boolean last, Session session) {
        door.asked(part, last, session);
    }

    /**
     * A browser sends what no browser should: this endpoint speaks text.
     *
     * @param part not read
     * @param last whether the frame ends with it
     * @param session its session
     * @throws IOException when the session is gone already
     */
    @OnMessage
    public void asked(ByteBuffer part, boolean last, Session session) throws IOException {
        session.close(new CloseReason(CloseCodes.CANNOT_ACCEPT, "Text frames only."));
    }

    /**
     * A browser gives a sign of life.
     *
     * @param pong what it repeats
     * @param session its session
     */
    @OnMessage
    public void answered(PongMessage pong, Session session) {
        door.heard(pong, session);
    }

    /**
     * A browser has gone.
     *
     * @param session its session
     * @param reason whether it said goodbye
     */
    @OnClose
    public void closed(Session session, CloseReason reason) {
        door.closed(session, Door.wasLost(reason));
    }

    /**
     * A connection broke; {@link #closed} follows.
     *
     * @param session its session
     * @param failure usually that the browser has gone
     */
    @OnError
    public void broke(Session session, Throwable failure) {
        LOG.log(Level.DEBUG, "A connection broke.", failure);
    }

    private void watch(Hub watched, Duration policyInterval) {
        try {
            if (System.nanoTime() - lastInspection >= policyInterval.toNanos()) askAgain();
            door.look();
            watched.tick();
            if (isSweepDue()) watched.sweep(rows -> backplane.deliver(Commit.of(List.copyOf(rows))));
        } catch (RuntimeException failure) { // a timer that throws is never called again
            Failures.report("The watchdog failed; it looks again in a second.", failure);
        }
    }

    private boolean isSweepDue() {
        Duration interval = sweepInterval;
        if (interval == null || System.nanoTime() - lastSweep < interval.toNanos()) return false;
        lastSweep = System.nanoTime();
        return true;
    }

    private OwnThread ownThread(String name) {
        OwnThread thread = new OwnThread(threadFactory, name);
        ownThreads.add(thread);
        return thread;
    }

    private Noticeboard noticeboard() {
        return Objects.requireNonNull(noticeboard);
    }

    private Hub hub() {
        return Objects.requireNonNull(hub);
    }
}
