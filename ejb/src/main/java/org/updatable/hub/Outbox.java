package org.updatable.hub;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.updatable.counters.Counters;
import org.updatable.hub.Delivery.Subject;
import org.updatable.hub.Delivery.Told;
import org.updatable.message.Wire;

/**
 * What waits for one browser: the latest message for each group, and never more than one frame on its way. An idle
 * browser is told at once, a busy one gets everything that waits in the next frame, a slow one gets newer values
 * instead of more of them. So it holds at most what its page shows.
 */
final class Outbox implements Connection {
    /** Our own, for a browser that does not take what it is sent; 1xxx codes belong to the servers. */
    static final int CLOSED_AS_STUCK = 4408;

    /** Our own, for a browser of which nothing is heard any more. */
    static final int CLOSED_AS_SILENT = 4409;

    /** RFC 6455, 7.4.1: the server goes down. */
    static final int GOING_AWAY = 1001;

    /** RFC 6455, 7.4.1: a policy is violated; the containers say so, too, when an HTTP session ends. */
    static final int LOGGED_OUT = 1008;

    /** Messages about the conversation itself; no group is named so. */
    static final Subject CONVERSATION = new Subject("", "");

    /** No page shows as much; a program that asks, and does not hear the answers, comes here. */
    private static final int MOST_WAITING = 100_000;

    /** A short frame takes more of a server's memory than it is long: Payara keeps 8 kB for each. */
    private static final int LEAST_OF_A_FRAME = 512;

    /** Who is slow, and gets a long frame, is not stuck. */
    private static final int SLOWEST_BYTES_A_SECOND = 4096;

    private static final Logger LOG = System.getLogger("org.updatable");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final int number = NUMBERS.getAndIncrement();
    private final Transport transport;
    private final boolean manyPerFrame;
    private final LongSupplier nanoClock;
    private final Counters counters;

    /** Most wait for nothing: then there is no map. */
    private Map<Subject, Delivery> waiting = Map.of();

    private boolean sending;
    private @Nullable Farewell farewell;
    private boolean closed;

    /** When it was first seen that a frame is on its way; null before, so that nobody looks at a clock for each frame. */
    private @Nullable Long seenSending;

    private long unanswered;

    /** What the browser has to repeat; {@link Pings#ANY} while it has to repeat nothing. */
    private long question = Pings.ANY;

    /** How the connection ends when all that waits is sent. */
    private record Farewell(int code, String reason) {}

    /**
     * An empty outbox.
     *
     * @param transport where frames go
     * @param manyPerFrame whether the browser speaks {@link Wire#UPDATABLE_V1}
     * @param nanoClock as {@link System#nanoTime()}
     * @param counters count what goes through
     */
    Outbox(Transport transport, boolean manyPerFrame, LongSupplier nanoClock, Counters counters) {
        this.transport = transport;
        this.manyPerFrame = manyPerFrame;
        this.nanoClock = nanoClock;
        this.counters = counters;
    }

    @Override
    public void offer(Batch batch) {
        Frame first;
        synchronized (this) {
            if (closed || farewell != null) return;
            if (!sending) first = begin(batch);
            else if (keep(batch)) return;
            else first = null;
        }
        if (first != null) drain(first);
        else giveUpAsStuck();
    }

    /** For one who is idle there is nothing to fold: what all get goes as it is. */
    private Frame begin(Batch batch) {
        counters.offered(batch.size(), batch.conflated());
        sending = true;
        if (manyPerFrame || batch.latest().size() == 1) return leaves(batch.frame());
        toWait();
        for (Delivery delivery : batch.latest()) waiting.put(delivery.subject(), delivery);
        return leaves(takeFirst());
    }

    private void toWait() {
        if (waiting.isEmpty()) waiting = new LinkedHashMap<>();
    }

    /** Answers false when there is too much. */
    private boolean keep(Batch batch) {
        int conflated = batch.conflated();
        toWait();
        for (Delivery delivery : batch.latest()) if (Batch.add(delivery, waiting)) conflated++;
        counters.offered(batch.size(), conflated);
        return waiting.size() <= MOST_WAITING;
    }

    private Frame leaves(Frame frame) {
        counters.frame();
        unanswered += Math.max(LEAST_OF_A_FRAME, frame.text().length());
        seenSending = null;
        return frame;
    }

    @Override
    public void drop(String group) {
        synchronized (this) {
            if (!waiting.isEmpty())
                waiting.keySet().removeIf(subject -> subject.group().equals(group));
        }
    }

    /**
     * Closes the connection when the frame on its way has been there for too long, as far as is known from looking: to be asked often.
     *
     * @param timeout how long is too long
     * @return true when it was closed now
     */
    boolean closeIfStuck(Duration timeout) {
        synchronized (this) {
            if (closed || !sending) return false;
            long now = nanoClock.getAsLong();
            Long since = seenSending;
            if (since == null) {
                seenSending = now;
                return false;
            }
            Duration forLongFrames =
                    Duration.ofSeconds(Math.max(0, unanswered - transport.window()) / SLOWEST_BYTES_A_SECOND);
            if (now - since < timeout.plus(forLongFrames).toNanos()) return false;
        }
        giveUpAsStuck();
        return true;
    }

    /** Closes the connection because nothing is heard of the browser. */
    void abandon() {
        giveUp(CLOSED_AS_SILENT, "Nothing was heard of this browser.");
    }

    private void giveUpAsStuck() {
        giveUp(CLOSED_AS_STUCK, "This browser does not take what it is sent.");
    }

    /** In good order it would end when it has taken what is on its way. */
    private void giveUp(int code, String reason) {
        if (ends()) transport.abandon(code, reason);
    }

    /** Closes the connection because the application ends; the browser comes back when it is there again. */
    void goAway() {
        end(GOING_AWAY, "The application ends.");
    }

    /** Closes the connection because its user has logged out; the browser comes back as whoever it is then. */
    void logOut() {
        end(LOGGED_OUT, "The user has logged out.");
    }

    /**
     * Tells the browser why, and then closes the connection. What waits for it is not sent any more.
     *
     * @param message a JSON object
     * @param code a WebSocket close code
     * @param reason for the person who reads the browser's log
     */
    void dismiss(String message, int code, String reason) {
        synchronized (this) {
            if (closed || farewell != null) return;
            farewell = new Farewell(code, reason);
            waiting = new LinkedHashMap<>(Map.of(CONVERSATION, new Told(CONVERSATION, message)));
            if (sending && question == Pings.ANY) return;
            question = Pings.ANY;
            sending = true;
        }
        drain(next());
    }

    /** A loop, not a callback that calls itself: servers often finish a send before it returns. */
    private void drain(@Nullable Frame first) {
        for (Frame frame = first; frame != null; frame = next()) {
            CompletableFuture<Void> sent = transport.send(frame);
            if (sent.isDone() && !sent.isCompletedExceptionally()) continue;
            var unused = sent.whenComplete((done, failure) -> {
                if (failure == null) drain(next());
                else failed(failure);
            });
            return;
        }
    }

    /**
     * The browser has answered a ping: all that left before has arrived.
     *
     * @param said what it repeats
     */
    void answered(long said) {
        synchronized (this) {
            if (said == Pings.ANY || said != question) return;
            question = Pings.ANY;
            unanswered = 0;
        }
        drain(next());
    }

    private @Nullable Frame next() {
        Farewell last;
        long asked;
        synchronized (this) {
            boolean isAsked = !closed && farewell == null && unanswered > transport.window();
            if (isAsked) question = Pings.question();
            else if (!closed && !waiting.isEmpty()) return leaves(manyPerFrame ? takeAll() : takeFirst());
            else sending = false;
            asked = question;
            last = farewell;
        }
        if (asked != Pings.ANY) transport.ping(asked);
        else if (last != null) end(last.code(), last.reason());
        return null;
    }

    private Frame takeAll() {
        Frame all = Batch.frame(waiting.values());
        waiting = Map.of();
        return all;
    }

    private Frame takeFirst() {
        Iterator<Delivery> messages = waiting.values().iterator();
        Frame first = new Frame(messages.next().message());
        messages.remove();
        return first;
    }

    private void failed(Throwable failure) {
        LOG.log(Level.DEBUG, "A browser could not be sent to: it has probably gone, and will come back.", failure);
        end(CLOSED_AS_STUCK, "A frame could not be sent.");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    /** Its own: the one that a virtual machine gives takes the place of the lock in an object, which costs more from then on. */
    @Override
    public int hashCode() {
        return number;
    }

    private void end(int code, String reason) {
        if (ends()) transport.close(code, reason);
    }

    private boolean ends() {
        synchronized (this) {
            if (closed) return false;
            closed = true;
            waiting = Map.of();
            return true;
        }
    }
}
