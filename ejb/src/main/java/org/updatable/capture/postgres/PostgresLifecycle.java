package org.updatable.capture.postgres;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.updatable.Triggers;
import org.updatable.backplane.Backplane;
import org.updatable.backplane.Lane;
import org.updatable.capture.ChangeSources;
import org.updatable.capture.Database;
import org.updatable.capture.LiveTable;
import org.updatable.capture.OtherPrograms;
import org.updatable.capture.OwnTransactions;
import org.updatable.capture.TransactionNumbers;
import org.updatable.channel.Channels;
import org.updatable.counters.Counters;
import org.updatable.counters.Failures;
import org.updatable.counters.Registration;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModel;
import org.updatable.settings.Settings;

/** Listens to the PostgreSQL of each persistence unit that has one, from the start of the application to its end. */
@Startup
@Singleton(name = "org.updatable.PostgresLifecycle")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PostgresLifecycle {
    private static final Logger LOG = System.getLogger("org.updatable");
    private static final long MILLIS_TO_END = 2_000;
    private static final String NO_PASSWORD =
            "What other programs change in PostgreSQL at {0} is not seen: its data source does not tell its password. Set"
                    + " updatable.postgres.url, updatable.postgres.user and updatable.postgres.password.";

    private static final String TELLS_NOTHING =
            "What other programs change in {0} is not seen, since it does not tell: see Updates.touch, and updatable.sweep.";

    @Inject
    LiveModel model;

    @Inject
    OwnTransactions own;

    @Inject
    OtherPrograms otherPrograms;

    @Inject
    Backplane backplane;

    @Inject
    Channels channels;

    @Inject
    Counters counters;

    @Inject
    Triggers triggers;

    @Inject
    BeanManager beans;

    @Resource
    ManagedThreadFactory threadFactory;

    @Resource
    ManagedExecutorService threads;

    @Resource
    ManagedScheduledExecutorService timer;

    private @Nullable ChangeSources sources;
    private @Nullable Registration registration;
    private final Map<Listener, Thread> listeners = new LinkedHashMap<>();
    private final Map<EntityManagerFactory, Database> postgres = new LinkedHashMap<>();

    /** Made by the container. */
    public PostgresLifecycle() {}

    @PostConstruct
    void begin() {
        sources = new ChangeSources(model);
        Set<String> listened = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        for (EntityManagerFactory unit : model.units()) {
            try {
                Database database = Objects.requireNonNull(sources).of(unit).database(unit);
                Optional<Server.Source> source = Server.source(database);
                if (source.isEmpty()) {
                    silent.add(Server.product(database));
                    continue;
                }
                postgres.put(unit, database);
                Optional<Server> server = server(source.get(), unit);
                // Two units may have the same database.
                if (server.isPresent() && listened.add(server.get().url())) listen(server.get(), database, unit);
            } catch (SQLException | RuntimeException failure) {
                Failures.report(
                        "A database could not be asked whether it is a PostgreSQL: it is not listened to.", failure);
            }
        }
        if (Settings.ofApplication().sweep().isEmpty())
            silent.forEach(product -> LOG.log(Level.INFO, TELLS_NOTHING, product));
        registration = Registration.of(new TriggersByJmx(triggers), TriggersMXBean.class);
        counters.followDatabases(
                () -> listeners.keySet().stream().map(Listener::state).collect(Collectors.joining(", ")));
    }

    /** Not called as what the container calls: Payara Server finds that by its name alone. */
    private void listen(Server server, Database database, EntityManagerFactory unit) {
        TransactionNumbers numbers = own.of(unit);
        Heard heard = new Heard(model.entities(), own, numbers, backplane::deliver);
        Set<String> ofEntities =
                model.entities().stream().map(LiveEntity::channel).collect(Collectors.toSet());
        Supplier<Set<String>> heardChannels = () -> channels.heard(ofEntities);
        Echoes echoes = new Echoes(channel -> heardChannels.get().contains(channel));
        Announcements announcements = new Announcements(database, echoes, Lane.of(threads, timer));
        otherPrograms.reachBy(announcements::take);
        Hearing hearing = new Hearing(heard, echoes, announcements, model.entities(), backplane::deliver);
        Listener listener = new Listener(server, database, heardChannels, hearing, numbers::want);
        Thread thread = threadFactory.newThread(listener);
        listeners.put(listener, thread);
        thread.start();
    }

    /** Where it is listened to: where a setting says, else where the data source is, if that is known with its password. */
    private Optional<Server> server(Server.Source source, EntityManagerFactory unit) throws SQLException {
        Settings settings = Settings.ofApplication();
        if (settings.postgresUrl().isPresent())
            return Optional.of(Server.of(
                    settings.postgresUrl().get(),
                    settings.postgresUser(),
                    settings.postgresPassword(),
                    source.driver()));
        Optional<String> password = property(unit, "jakarta.persistence.jdbc.password");
        if (password.isPresent())
            return Optional.of(Server.of(
                    property(unit, "jakarta.persistence.jdbc.url").orElse(source.url()),
                    property(unit, "jakarta.persistence.jdbc.user"),
                    password,
                    source.driver()));
        Optional<Server> declared =
                beans.getExtension(DeclaredDataSources.class).of(source);
        if (declared.isEmpty()) LOG.log(Level.INFO, NO_PASSWORD, source.url());
        return declared;
    }

    private static Optional<String> property(EntityManagerFactory unit, String name) {
        return Optional.ofNullable(unit.getProperties().get(name)).map(Object::toString);
    }

    /**
     * The tables of all live entities, as they are mapped.
     *
     * @return in no order
     */
    public List<LiveTable> tables() {
        return model.units().stream().flatMap(unit -> tables(unit).stream()).toList();
    }

    private List<LiveTable> tables(EntityManagerFactory unit) {
        return Objects.requireNonNull(sources).of(unit).tables(unit, model.entitiesOf(unit));
    }

    /**
     * Installs the triggers in each database.
     *
     * @throws SQLException when it refuses
     */
    public void installTriggers() throws SQLException {
        execute(unit -> TriggerScript.of(tables(unit)));
    }

    /**
     * Removes the triggers from each database.
     *
     * @throws SQLException when it refuses
     */
    public void removeTriggers() throws SQLException {
        execute(unit -> TriggerScript.removal());
    }

    private void execute(Function<EntityManagerFactory, String> script) throws SQLException {
        if (postgres.isEmpty())
            throw new IllegalStateException(
                    "There are triggers in a PostgreSQL only, and no persistence unit of this application has one.");
        for (Map.Entry<EntityManagerFactory, Database> one : postgres.entrySet())
            one.getValue().lend(connection -> Script.run(script.apply(one.getKey()), connection));
        listeners.keySet().forEach(Listener::looksForTriggers);
    }

    /** Waits for them a moment: they would find no classes when the application has ended. */
    @PreDestroy
    void end() {
        if (registration != null) registration.end();
        listeners.keySet().forEach(Listener::end);
        try {
            for (Thread thread : listeners.values()) thread.join(MILLIS_TO_END);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
