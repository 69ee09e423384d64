package org.updatable.hub;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.updatable.counters.Counters;
import org.updatable.counters.Failures;
import org.updatable.hub.Delivery.Told;
import org.updatable.message.BadFrame;
import org.updatable.service.Services;
import org.updatable.settings.Settings;

/**
 * Lets browsers in, whatever they have come for: hears them, tells them what their {@link Conversation} says, and sends those
 * away that say too much, take nothing, are gone, or were logged out.
 */
@ApplicationScoped
public class Door {
    @Inject
    Counters counters;

    private final List<TransportFactory> transports = Services.of(TransportFactory.class);
    private final Map<String, Browser> browsers = new ConcurrentHashMap<>();
    private final Logins<Outbox> logins = new Logins<>();
    private final Queue<Refused> refused = new ConcurrentLinkedQueue<>();
    private @Nullable Limits limits;
    private @Nullable Guests guests;
    private Duration sendTimeout = Duration.ZERO;
    private Duration silence = Duration.ZERO;

    /** Made by the container. */
    public Door() {}

    /** Begins what a browser that has come says, and is told. */
    @FunctionalInterface
    public interface Host {

        /**
         * Begins to talk with a browser.
         *
         * @param connection tells the browser something
         * @param user who is logged in; null for nobody
         * @param address where it comes from
         * @return what it says
         */
        Conversation welcomes(Connection connection, @Nullable Principal user, String address);
    }

    @PostConstruct
    void open() {
        Settings settings = Settings.ofApplication();
        guests = new Guests(settings);
        limits = Limits.of(settings);
        sendTimeout = settings.sendTimeout();
        silence = settings.silence();
    }

    /**
     * A browser connects.
     *
     * @param session its session
     * @param manyPerFrame whether it understands many messages in one frame
     * @param host who talks with it
     */
    public void opened(Session session, boolean manyPerFrame, Host host) {
        Transport transport = transport(session);
        Outbox outbox = new Outbox(transport, manyPerFrame, System::nanoTime, counters);
        Guest guest = Guest.of(session);
        Optional<String> refusal = guests().enter(guest);
        if (refusal.isPresent()) {
            refused.add(new Refused(transport, refusal.get()));
            return;
        }
        Browser browser = new Browser(
                new Listening(limits(), System::nanoTime),
                new Liveness(System::nanoTime),
                transport,
                outbox,
                host.welcomes(outbox, session.getUserPrincipal(), guest.address()),
                guest);
        browsers.put(session.getId(), browser);
        counters.opened();
        logins.opened(outbox, guest.user(), guest.httpSession());
        if (!session.isOpen()) closed(session, true); // that it has ended may have been told before anybody knew it
    }

    /**
     * A browser says something.
     *
     * @param part of what it says
     * @param last whether the frame ends with it
     * @param session its session
     */
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

    private static void asked(String frame, Browser browser) throws TooMuch {
        try {
            browser.conversation().asks(frame);
        } catch (BadFrame bad) {
            browser.outbox()
                    .offer(Batch.of(List.of(
                            new Told(Outbox.CONVERSATION, browser.conversation().error(400, bad.reason())))));
            browser.listening().heardBadFrame();
        }
    }

    private static void dismiss(Browser browser, TooMuch tooMuch) {
        browser.listening().end();
        browser.conversation().ends(true);
        String last = browser.conversation().error(429, tooMuch.sentence());
        browser.outbox().dismiss(last, tooMuch.closeCode(), tooMuch.sentence());
    }

    /**
     * A browser gives a sign of life.
     *
     * @param pong what it repeats
     * @param session its session
     */
    public void heard(PongMessage pong, Session session) {
        Browser browser = browsers.get(session.getId());
        if (browser == null) return;
        browser.liveness().heard();
        browser.outbox().answered(Pings.said(pong.getApplicationData()));
    }

    /**
     * A browser has gone.
     *
     * @param session its session
     * @param wasLost whether it did not say goodbye
     */
    public void closed(Session session, boolean wasLost) {
        Browser browser = browsers.remove(session.getId());
        if (browser == null) return;
        counters.closed();
        guests().leave(browser.guest());
        logins.closed(browser.outbox());
        browser.conversation().ends(wasLost);
    }

    /** Looks which browsers are gone, take nothing, or were not let in. To be called every second, by one thread. */
    void look() {
        for (Refused next = refused.poll(); next != null; next = refused.poll()) next.sendAway();
        for (Browser browser : browsers.values())
            if (browser.outbox().closeIfStuck(sendTimeout) || browser.isGone(silence)) {
                counters.givenUp();
                browser.conversation().ends(true);
            }
    }

    /**
     * Whether somebody who has gone did not say goodbye.
     *
     * @param reason as the container says it
     * @return false for a program that has ended its connection, and for a browser that left the page
     */
    public static boolean wasLost(CloseReason reason) {
        int code = reason.getCloseCode().getCode();
        return code != CloseCodes.NORMAL_CLOSURE.getCode() && code != CloseCodes.GOING_AWAY.getCode();
    }

    /** Asks the application again for everything that is watched. */
    void askAgain() {
        for (Browser browser : browsers.values()) {
            try {
                browser.conversation().asksAgain();
            } catch (RuntimeException failure) {
                Failures.report("What a browser watches could not be asked for again.", failure);
            }
        }
    }

    /** Closes all connections: the application ends. */
    void sayGoodbye() {
        browsers.values().forEach(browser -> browser.outbox().goAway());
    }

    /** An HTTP session has ended: the connections that its user opened end, too. */
    void ended(String httpSession) {
        logins.ended(httpSession).forEach(Outbox::logOut);
    }

    /** Somebody was here with an HTTP session: the connections of whoever was logged in with it before end. */
    void seen(String httpSession, @Nullable String user) {
        logins.seen(httpSession, user).forEach(Outbox::logOut);
    }

    /** An HTTP session has another id. */
    void renamed(String before, String now) {
        logins.renamed(before, now);
    }

    /** How much one connection may say. */
    Limits limits() {
        return Objects.requireNonNull(limits);
    }

    private Guests guests() {
        return Objects.requireNonNull(guests);
    }

    private Transport transport(Session session) {
        return transports.stream()
                .filter(transport -> transport.knows(session))
                .findFirst()
                .map(transport -> transport.of(session))
                .orElseGet(() -> new WebSocketTransport(session));
    }

    /**
     * Not let in, and sent away a moment later: when a connection is closed while its handshake still ends, Payara gives the
     * objects of its request to two others at once, and one of them may get the answer of the other.
     */
    private record Refused(Transport transport, String reason) {
        void sendAway() {
            transport.close(Guests.TOO_MANY, reason);
        }
    }

    /** Both directions of one connection, what is said by it, and whose it is. */
    private record Browser(
            Listening listening,
            Liveness liveness,
            Transport transport,
            Outbox outbox,
            Conversation conversation,
            Guest guest) {

        /** Whether nothing was heard of it for so long, and then its connection is closed. */
        boolean isGone(Duration silence) {
            return switch (liveness.look(silence)) {
                case FINE -> false;
                case TO_BE_ASKED -> {
                    transport.ping(Pings.ANY);
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
