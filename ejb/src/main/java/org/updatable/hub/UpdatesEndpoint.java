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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.updatable.access.Gate;
import org.updatable.backplane.Backplane;
import org.updatable.backplane.InFlight;
import org.updatable.backplane.Lane;
import org.updatable.counters.Counters;
import org.updatable.counters.Failures;
import org.updatable.counters.Registration;
import org.updatable.message.BadFrame;
import org.updatable.message.Subscription;
import org.updatable.message.Wire;
import org.updatable.present.Present;
import org.updatable.service.Services;
import org.updatable.settings.Settings;

/**
 * The door at {@code /updates}: what browsers ask goes to the {@link Hub}, what they are told goes through their
 * {@link Outbox}.
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
    Counters counters;

    @Resource
    ManagedExecutorService threads;

    @Resource
    ManagedScheduledExecutorService timer;

    private final List<TransportFactory> transports = Services.of(TransportFactory.class);
    private final Map<String, Browser> browsers = new ConcurrentHashMap<>();
    private final Logins<Outbox> logins = new Logins<>();
    private @Nullable Registration registration;
    private @Nullable Limits limits;
    private @Nullable Hub hub;
    private @Nullable Guests guests;
    private @Nullable Future<?> watchdog;
    private volatile long lastInspection = System.nanoTime();

    /** Made by the container. */
    public UpdatesEndpoint() {}

    @PostConstruct
    void start() {
        Settings settings = Settings.ofApplication();
        guests = new Guests(settings);
        Duration sendTimeout = settings.sendTimeout();
        Duration silence = settings.silence();
        Duration policyInterval = settings.policyInterval();
        limits = Limits.of(settings);
        Lane lane = Lane.of(threads, timer);
        Hub opened = new Hub(new Rows(present, inFlight), present::updates, lane, settings.maxUpdateBytes(), counters);
        counters.follow(opened::groups, lane::standing);
        backplane.subscribe(commit -> {
            present.forget(commit.facts()); // before anybody hears of it, and comes for the page
            opened.accept(commit);
        });
        // The only one, and short: a task that is cancelled keeps the application in memory until its time has come.
        watchdog = timer.scheduleAtFixedRate(
                () -> watch(opened, sendTimeout, silence, policyInterval), 1, 1, TimeUnit.SECONDS);
        hub = opened;
        registration = Registration.of(counters);
    }

    @PreDestroy
    void stop() {
        if (watchdog != null) watchdog.cancel(false);
        if (registration != null) registration.end();
    }

    /**
     * The application ends. Payara leaves some connections of an application that is deployed again open, and their pages
     * with nobody to hear. To be called while this can still be: what is closed later comes back as an exception, a page
     * of the log for each browser.
     */
    public void sayGoodbye() {
        browsers.values().forEach(browser -> browser.outbox().goAway());
    }

    /** Asks again for everything that is watched whether it may be. Does not wait. */
    public void askAgain() {
        lastInspection = System.nanoTime();
        threads.execute(this::inspect);
    }

    /**
     * An HTTP session has ended: the connections that its user opened end, too.
     *
     * @param httpSession its id
     */
    public void ended(String httpSession) {
        logins.ended(httpSession).forEach(Outbox::logOut);
    }

    /**
     * Somebody was here with an HTTP session: the connections end that somebody else opened with it before, and has logged
     * out.
     *
     * @param httpSession its id
     * @param user null when nobody is logged in
     */
    public void seen(String httpSession, @Nullable String user) {
        logins.seen(httpSession, user).forEach(Outbox::logOut);
    }

    /**
     * An HTTP session has another id.
     *
     * @param before what it was
     * @param now what it is
     */
    public void renamed(String before, String now) {
        logins.renamed(before, now);
    }

    /**
     * A browser connects.
     *
     * @param session its session
     */
    @OnOpen
    public void opened(Session session) {
        boolean speaksOurs = Wire.UPDATABLE_V1.equals(session.getNegotiatedSubprotocol());
        Transport transport = transport(session);
        Outbox outbox = new Outbox(transport, speaksOurs, System::nanoTime, counters);
        Guest guest = Guest.of(session);
        Optional<String> refusal = guests().enter(guest);
        if (refusal.isPresent()) {
            transport.close(Guests.TOO_MANY, refusal.get());
            return;
        }
        Subscriber subscriber = new Subscriber(hub(), gate, outbox, session.getUserPrincipal(), speaksOurs);
        browsers.put(
                session.getId(),
                new Browser(
                        new Listening(limits(), System::nanoTime),
                        new Liveness(System::nanoTime),
                        transport,
                        outbox,
                        subscriber,
                        guest));
        logins.opened(outbox, guest.user(), guest.httpSession());
        hub().opened(outbox);
        if (!session.isOpen()) closed(session); // that it has ended may have been told before anybody knew it
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
        Browser browser = browsers.get(session.getId());
        if (browser == null) return;
        browser.liveness().heard();
        try {
            String frame = browser.listening().hear(part, last);
            if (frame != null) asked(frame, browser);
        } catch (TooMuch tooMuch) {
            dismiss(browser, tooMuch);
        }
    }

    private void asked(String frame, Browser browser) throws TooMuch {
        Outbox outbox = browser.outbox();
        try {
            List<Subscription> asked = Wire.read(frame);
            limits().checkBatch(asked.size());
            browser.subscriber().asks(asked);
            limits().checkGroups(hub().groupsOf(outbox));
        } catch (BadFrame bad) {
            outbox.offer(List.of(new Delivery(Outbox.CONVERSATION, Wire.error(400, bad.reason()))));
            browser.listening().heardBadFrame();
        }
    }

    private void dismiss(Browser browser, TooMuch tooMuch) {
        browser.listening().end();
        hub().closed(browser.outbox());
        browser.outbox().dismiss(Wire.error(429, tooMuch.sentence()), tooMuch.closeCode(), tooMuch.sentence());
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
     * @param pong not read
     * @param session its session
     */
    @OnMessage
    public void answered(PongMessage pong, Session session) {
        Browser browser = browsers.get(session.getId());
        if (browser != null) browser.liveness().heard();
    }

    /**
     * A browser has gone.
     *
     * @param session its session
     */
    @OnClose
    public void closed(Session session) {
        Browser browser = browsers.remove(session.getId());
        if (browser == null) return;
        guests().leave(browser.guest());
        logins.closed(browser.outbox());
        hub().closed(browser.outbox());
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

    private void watch(Hub watched, Duration sendTimeout, Duration silence, Duration policyInterval) {
        try {
            if (System.nanoTime() - lastInspection >= policyInterval.toNanos()) askAgain();
            for (Browser browser : browsers.values())
                if (browser.outbox().closeIfStuck(sendTimeout) || browser.isGone(silence)) {
                    counters.givenUp();
                    watched.closed(browser.outbox());
                }
            watched.tick();
        } catch (RuntimeException failure) { // a timer that throws is never called again
            Failures.report("The watchdog failed; it looks again in a second.", failure);
        }
    }

    private void inspect() {
        for (Browser browser : browsers.values()) {
            try {
                browser.subscriber().asksAgain();
            } catch (RuntimeException failure) {
                Failures.report("What a browser watches could not be asked for again.", failure);
            }
        }
    }

    private Transport transport(Session session) {
        return transports.stream()
                .filter(transport -> transport.knows(session))
                .findFirst()
                .map(transport -> transport.of(session))
                .orElseGet(() -> new WebSocketTransport(session));
    }

    private Limits limits() {
        return Objects.requireNonNull(limits);
    }

    private Hub hub() {
        return Objects.requireNonNull(hub);
    }

    private Guests guests() {
        return Objects.requireNonNull(guests);
    }

    /** Both directions of one connection, what is watched, and whose it is. */
    private record Browser(
            Listening listening,
            Liveness liveness,
            Transport transport,
            Outbox outbox,
            Subscriber subscriber,
            Guest guest) {

        /** Whether nothing was heard of it for so long, and then its connection is closed. */
        boolean isGone(Duration silence) {
            return switch (liveness.look(silence)) {
                case FINE -> false;
                case TO_BE_ASKED -> {
                    transport.ping();
                    yield false;
                }
                case GONE -> {
                    outbox.abandon();
                    yield true;
                }
            };
        }
    }
}
