package org.updatable.observer;

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
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.updatable.access.Gate;
import org.updatable.access.Refusals;
import org.updatable.backplane.Backplane;
import org.updatable.backplane.Lane;
import org.updatable.backplane.OwnThread;
import org.updatable.counters.Counters;
import org.updatable.hub.Door;
import org.updatable.hub.Handshake;
import org.updatable.model.LiveModel;
import org.updatable.present.Present;
import org.updatable.present.WholeRows;
import org.updatable.settings.Settings;
import org.updatable.writing.Writing;

/**
 * What is said at {@code /updates/post}: clients ask for rows, and observe them. Its concurrency and its transactions are as those
 * of {@link org.updatable.hub.UpdatesEndpoint}, and for the same reasons.
 */
@Startup
@Singleton(name = "org.updatable.ModelsEndpoint")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@ServerEndpoint(value = "/updates/{model}", configurator = Handshake.class)
public class ModelsEndpoint {
    private static final Logger LOG = System.getLogger("org.updatable");

    @Inject
    Backplane backplane;

    @Inject
    Present present;

    @Inject
    WholeRows rows;

    @Inject
    LiveModel model;

    @Inject
    Gate gate;

    @Inject
    Writing writing;

    @Inject
    Door door;

    @Inject
    Counters counters;

    @Resource
    ManagedExecutorService threads;

    @Resource
    ManagedThreadFactory threadFactory;

    @Resource
    ManagedScheduledExecutorService timer;

    private @Nullable OwnThread ownThread;
    private Observing.@Nullable Door hosts;
    private @Nullable Future<?> watchdog;

    /** Made by the container. */
    public ModelsEndpoint() {}

    @PostConstruct
    void start() {
        Settings settings = Settings.ofApplication();
        ownThread = new OwnThread(threadFactory, "Updatable tells observers");
        Lane lane = Lane.of(ownThread, timer);
        Reader reader = new Stored(rows, present);
        Observers observers = new Observers(reader, lane, counters);
        hosts = new Observing.Door(
                observers,
                reader,
                lane,
                gate,
                () -> Lane.of(threads, timer),
                writing,
                model,
                new Refusals(),
                new Observing.Most(settings.maxListRows(), settings.maxBatch(), settings.maxGroups()));
        counters.followObservers(observers::count, lane::standing);
        backplane.subscribe(commit -> {
            present.forget(commit.facts()); // whichever endpoint hears of it first
            observers.accept(commit);
        });
        watchdog = timer.scheduleAtFixedRate(observers::tick, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (watchdog != null) watchdog.cancel(false);
        if (ownThread != null) ownThread.end();
    }

    /**
     * A client connects.
     *
     * @param session its session
     * @param path the name of an entity
     */
    @OnOpen
    public void opened(Session session, @PathParam("model") String path) {
        Observing.Door all = Objects.requireNonNull(hosts);
        door.opened(session, false, (connection, user, address) -> new Observing(all, path, connection, user, address));
    }

    /**
     * A client asks for something.
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
     * A client sends what no client should: this endpoint speaks text.
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
     * A client gives a sign of life.
     *
     * @param pong what it repeats
     * @param session its session
     */
    @OnMessage
    public void answered(PongMessage pong, Session session) {
        door.heard(pong, session);
    }

    /**
     * A client has gone.
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
     * @param failure usually that the client has gone
     */
    @OnError
    public void broke(Session session, Throwable failure) {
        LOG.log(Level.DEBUG, "A connection broke.", failure);
    }
}
