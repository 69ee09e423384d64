package org.updatable.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updatable.Channel;
import org.updatable.EntityChanged.Kind;
import org.updatable.Notification;
import org.updatable.change.Commit;
import org.updatable.change.Row;
import org.updatable.change.RowEvent;
import org.updatable.change.Touched;
import org.updatable.counters.Failures;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModel;

/** Says what a commit means for channels, and lets the application's beans hear it. */
@ApplicationScoped
public class Channels implements Announcer {
    /** Of so many channels it is remembered whether a bean hears them. */
    private static final int MOST_KNOWN = 10_000;

    @Inject
    LiveModel model;

    @Inject
    @Any
    Event<Notification> event;

    @Inject
    BeanManager beans;

    private final Set<String> watched = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> observed = new ConcurrentHashMap<>();

    /** Made by the container. */
    public Channels() {}

    @Override
    public void isWatched(String channel) {
        if (watched.size() < MOST_KNOWN) watched.add(channel);
        else if (!watched.contains(channel))
            Failures.report(
                    "What other programs announce on more channels is not heard.",
                    new IllegalStateException(MOST_KNOWN + " channels were watched"));
    }

    /**
     * The channels that somebody here wants to hear of: browsers, beans, and what these stand for.
     *
     * @param more names of channels
     * @return these and others
     */
    public Set<String> heard(Set<String> more) {
        Set<String> all = new HashSet<>(more);
        all.addAll(watched);
        all.addAll(beans.getExtension(ObservedChannels.class).names());
        return all;
    }

    @Override
    public Set<String> concerned(Commit commit) {
        Set<String> channels = new LinkedHashSet<>();
        for (RowEvent happened : commit.events())
            channel(happened.row().namespace()).ifPresent(channels::add);
        touched(commit).forEach(touched -> channel(touched.namespace()).ifPresent(channels::add));
        commit.notifications().forEach(notification -> channels.add(notification.channel()));
        return channels;
    }

    @Override
    public List<Notification> announced(Commit commit, String channel) {
        List<Notification> all = new ArrayList<>();
        for (RowEvent happened : commit.events())
            entity(happened.row().namespace(), channel).ifPresent(entity -> all.add(notification(happened, entity)));
        touched(commit).forEach(touched -> entity(touched.namespace(), channel)
                .ifPresent(entity -> notifications(touched, entity).forEach(all::add)));
        for (Notification sent : commit.notifications()) if (sent.channel().equals(channel)) all.add(sent);
        return all;
    }

    /**
     * That something has happened on a channel, and nobody knows what.
     *
     * @param channel the name of the channel
     * @return the notification
     */
    public static Notification touched(String channel) {
        return new Notification(channel, Map.of("event", "touched"));
    }

    @Override
    public boolean isHeard(String channel) {
        if (observed.size() > MOST_KNOWN) observed.clear();
        return observed.computeIfAbsent(
                channel, name -> !beans.resolveObserverMethods(touched(name), new Channel.Literal(name))
                        .isEmpty());
    }

    @Override
    public void tell(Notification notification) {
        try {
            event.select(new Channel.Literal(notification.channel())).fire(notification);
        } catch (RuntimeException thrown) {
            Failures.report("An observer of a Notification failed; the others go on.", thrown);
        }
    }

    /** Of rows of which it is known what happened to them, the facts say no more. */
    private static Stream<Touched> touched(Commit commit) {
        Set<Row> known = commit.events().stream().map(RowEvent::row).collect(Collectors.toSet());
        return commit.facts().stream()
                .flatMap(fact ->
                        fact instanceof Touched touched && touched.properties().isEmpty()
                                ? unknown(touched, known)
                                : Stream.of());
    }

    private static Stream<Touched> unknown(Touched touched, Set<Row> known) {
        if (touched.ids().isEmpty()) return Stream.of(touched);
        Set<String> ids = touched.ids().stream()
                .filter(id -> !known.contains(new Row(touched.namespace(), id)))
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Stream.of() : Stream.of(new Touched(touched.namespace(), ids, Set.of()));
    }

    private Optional<String> channel(String namespace) {
        return model.named(namespace).map(LiveEntity::channel);
    }

    private Optional<LiveEntity> entity(String namespace, String channel) {
        return model.named(namespace).filter(entity -> entity.channel().equals(channel));
    }

    private static Notification notification(RowEvent happened, LiveEntity entity) {
        boolean isGone = happened.kind() == Kind.DELETED;
        Map<String, @Nullable Object> payload = payload(happened.row().id(), isGone ? "delete" : "save", entity);
        if (happened.kind() == Kind.CREATED) payload.put("created", true);
        if (!isGone) payload.put("fields", List.copyOf(new TreeSet<>(happened.fields())));
        happened.more().forEach(payload::putIfAbsent);
        return new Notification(entity.channel(), payload);
    }

    private static Stream<Notification> notifications(Touched touched, LiveEntity entity) {
        Stream<@Nullable String> ids = touched.ids().isEmpty() ? Stream.of((String) null) : touched.ids().stream();
        return ids.map(id -> new Notification(entity.channel(), payload(id, "touched", entity)));
    }

    private static Map<String, @Nullable Object> payload(@Nullable String id, String what, LiveEntity entity) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        if (id != null) payload.put("pk", entity.id().plain(id));
        payload.put("event", what);
        payload.put("model", entity.javaType().getSimpleName());
        return payload;
    }
}
