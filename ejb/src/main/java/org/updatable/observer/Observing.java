package org.updatable.observer;

import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.updatable.SubscriptionPolicy;
import org.updatable.Visible;
import org.updatable.access.Gate;
import org.updatable.access.Refusals;
import org.updatable.counters.Failures;
import org.updatable.hub.Connection;
import org.updatable.hub.Conversation;
import org.updatable.message.BadFrame;
import org.updatable.message.observer.Errors;
import org.updatable.message.observer.Framing;
import org.updatable.message.observer.Invalid;
import org.updatable.message.observer.Key;
import org.updatable.message.observer.Request;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModel;
import org.updatable.present.Filter;
import org.updatable.present.WholeRow;
import org.updatable.present.WholeRows;
import org.updatable.writing.Outcome;
import org.updatable.writing.Writing;

/** What one client asks for at {@code /updates/post}: it is answered, always, and told later what it observes. */
final class Observing implements Conversation {
    private static final String NOTHING = "null";
    private static final Set<String> WRITING = Set.of("create", "update", "patch", "delete");

    private final Door door;
    private final String path;
    private final Client client;

    /** One after the other, as the client asks; nobody else waits for them. */
    private final Executor writes;

    /**
     * What all clients share.
     *
     * @param observers knows who observes what
     * @param reader reads rows
     * @param lane does one thing after the other
     * @param gate decides who may see what
     * @param ownLane makes a lane for one client
     * @param writing writes rows
     * @param model knows the entities
     * @param refusals says what a developer should know
     * @param most limits
     */
    record Door(
            Observers observers,
            Reader reader,
            Executor lane,
            Gate gate,
            Supplier<Executor> ownLane,
            Writing writing,
            LiveModel model,
            Refusals refusals,
            Most most) {}

    /**
     * How much one client may ask for.
     *
     * @param rows in one answer
     * @param ids in one request
     * @param observations at a time
     */
    record Most(int rows, int ids, int observations) {}

    /** What one request asks for, of an entity of which its client may see something. */
    private record Asked(Request request, String action, LiveEntity entity, Visible visible) {}

    /** Answers on the lane. */
    @FunctionalInterface
    private interface Work {
        void run(Asked asked) throws Invalid, Filter.Unknown;
    }

    /**
     * @param path the name of the entity in the address
     * @param user who is logged in; null for nobody
     * @param address where the client comes from
     */
    Observing(Door door, String path, Connection connection, @Nullable Principal user, String address) {
        this.door = door;
        this.path = path;
        this.client = new Client(connection, user, address);
        this.writes = door.ownLane().get();
    }

    @Override
    public void asks(String frame) throws BadFrame {
        Request request;
        try {
            request = Request.read(frame);
        } catch (Invalid invalid) {
            client.answer(Framing.UNKNOWN.reply(null, 400, NOTHING, invalid.error()));
            return;
        }
        String action = request.action();
        Optional<LiveEntity> entity = entity(request);
        Visible visible =
                entity.map(found -> door.gate().visible(found, client.user())).orElseGet(Visible::nothing);
        if (entity.isEmpty() || visible.isNothing()) {
            client.answer(request.framing().reply(action, 403, NOTHING, Errors.FORBIDDEN));
            return;
        }
        if (action == null) {
            client.answer(request.framing().reply(null, 405, NOTHING, Errors.NO_ACTION));
            return;
        }
        Work work = work(action);
        Asked asked = new Asked(request, action, entity.get(), visible);
        boolean isWriting = WRITING.contains(action);
        if (work == null || (isWriting && !entity.get().isWritable()))
            answer(asked, 405, NOTHING, Errors.notAllowed(action));
        else if (isWriting) writes.execute(() -> run(work, asked));
        else door.lane().execute(() -> run(work, asked));
    }

    private @Nullable Work work(String action) {
        return switch (action) {
            case "retrieve" -> this::retrieve;
            case "list" -> this::list;
            case "subscribe_instance" -> this::subscribeInstance;
            case "unsubscribe_instance" -> this::unsubscribeInstance;
            case "subscribe_many" -> this::subscribeMany;
            case "unsubscribe_many" -> this::unsubscribeMany;
            case "create", "update", "patch", "delete" -> this::write;
            default -> null;
        };
    }

    /** A stream that has the name of an entity is about that one. */
    private Optional<LiveEntity> entity(Request request) {
        Optional<LiveEntity> entity = request.stream()
                .flatMap(door.model()::named)
                .or(() -> door.model().named(path));
        if (entity.isEmpty())
            door.refusals()
                    .say("A client asked for %s at /updates/%s, and was refused. Live are: %s."
                            .formatted(
                                    Refusals.quoted(request.stream().orElse(path)),
                                    Refusals.quoted(path),
                                    door.model().entities().stream()
                                            .map(LiveEntity::namespace)
                                            .collect(Collectors.joining(", "))));
        return entity;
    }

    private void run(Work work, Asked asked) {
        try {
            work.run(asked);
        } catch (Invalid invalid) {
            answer(asked, 400, NOTHING, invalid.error());
        } catch (Filter.Unknown unknown) {
            answer(asked, 400, NOTHING, Errors.of(unknown.field(), unknown.reason()));
        } catch (RuntimeException | Error failure) {
            Failures.report("A request of an observer could not be answered; it is told so (500).", failure);
            answer(asked, 500, NOTHING, Errors.of("The server could not do this. Try again later."));
        }
    }

    private void retrieve(Asked asked) throws Invalid {
        Key pk = asked.request().pk();
        Optional<WholeRow> row = id(asked.entity(), pk).flatMap(id -> read(asked, id));
        if (row.isEmpty()) answer(asked, 404, NOTHING, Errors.NOT_FOUND);
        else answer(asked, 200, View.text(row.get()).as(pk), Errors.NONE);
    }

    private void list(Asked asked) throws Invalid, Filter.Unknown {
        int most = door.most().rows();
        OptionalInt limit = asked.request().limit(most);
        OptionalInt offset = asked.request().offset();
        boolean isPage = limit.isPresent() || offset.isPresent();
        WholeRows.Page page = door.reader()
                .page(asked.entity(), asked.visible(), filter(asked), offset.orElse(0), limit.orElse(most));
        if (!isPage && page.count() > most)
            throw new Invalid("limit", "There are more than %d rows: ask for a page of them.".formatted(most));
        String rows = page.rows().stream()
                .map(View::text)
                .map(row -> row.as(row.key()))
                .collect(Collectors.joining(",", "[", "]"));
        String data = "{\"count\":%d,\"results\":%s,\"limit\":%d,\"offset\":%d}"
                .formatted(page.count(), rows, limit.orElse(most), offset.orElse(0));
        answer(asked, 200, isPage ? data : rows, Errors.NONE);
    }

    private void subscribeInstance(Asked asked) throws Invalid {
        asked.request().mustBeNamed();
        Key pk = asked.request().pk();
        Optional<Key> row = canonical(asked.entity(), pk);
        if (row.isEmpty()) answer(asked, 404, NOTHING, Errors.NOT_FOUND);
        else
            observe(
                    asked,
                    List.of(Observation.ofRow(client, asked.request().framing(), asked.entity(), false, row.get())));
    }

    private void subscribeMany(Asked asked) throws Invalid, Filter.Unknown {
        asked.request().mustBeNamed();
        Framing framing = asked.request().framing();
        Optional<List<Key>> ids = asked.request().ids();
        if (ids.isEmpty()) {
            observe(asked, List.of(Observation.ofSelection(client, framing, asked.entity(), filter(asked))));
            return;
        }
        List<Observation> rows = new ArrayList<>();
        for (Key pk : few(ids.get()))
            canonical(asked.entity(), pk)
                    .ifPresent(row -> rows.add(Observation.ofRow(client, framing, asked.entity(), true, row)));
        observe(asked, rows);
    }

    /** One answer for all of them, before anything is told. */
    private void observe(Asked asked, List<Observation> observations) {
        if (door.observers().count(client) + observations.size() > door.most().observations()) {
            answer(
                    asked,
                    429,
                    NOTHING,
                    Errors.of("A connection observes %d things at most (updatable.max-groups)."
                            .formatted(door.most().observations())));
            return;
        }
        boolean[] answered = {false};
        Runnable answer = () -> {
            if (!answered[0]) answer(asked, 201, NOTHING, Errors.NONE);
            answered[0] = true;
        };
        for (Observation observation : observations) {
            switch (door.observers().observe(observation, asked.visible(), answer)) {
                case OBSERVES -> {
                    // it is answered
                }
                case NOT_FOUND -> answer(asked, 404, NOTHING, Errors.NOT_FOUND);
                case TOO_MANY ->
                    answer(asked, 400, NOTHING, Errors.of("These are too many rows: pick fewer by a filter."));
            }
        }
        if (observations.isEmpty()) answer.run();
    }

    private void unsubscribeInstance(Asked asked) throws Invalid {
        Key pk = asked.request().pk();
        Optional<Key> row = canonical(asked.entity(), pk);
        leave(
                asked,
                observation -> !observation.isOfMany()
                        && row.isPresent()
                        && observation.pk() != null
                        && row.get().text().equals(observation.pk().text()));
    }

    private void unsubscribeMany(Asked asked) throws Invalid {
        Optional<List<Key>> ids = asked.request().ids();
        Set<String> rows = new LinkedHashSet<>();
        for (Key pk : ids.orElse(List.of())) canonical(asked.entity(), pk).ifPresent(row -> rows.add(row.text()));
        leave(
                asked,
                observation -> observation.isOfMany()
                        && (ids.isEmpty()
                                || (observation.pk() != null
                                        && rows.contains(observation.pk().text()))));
    }

    /** Those of one request, where it is named, and else those of all. */
    private void leave(Asked asked, Predicate<Observation> which) {
        boolean isNamed = asked.request().isNamed();
        door.observers()
                .leave(
                        client,
                        observation -> observation.entity().equals(asked.entity())
                                && (!isNamed
                                        || observation
                                                .framing()
                                                .equals(asked.request().framing()))
                                && which.test(observation));
        answer(asked, 204, NOTHING, Errors.NONE);
    }

    private void write(Asked asked) throws Invalid {
        Map<String, @Nullable Object> data = asked.request().data();
        boolean isNew = asked.action().equals("create");
        Key pk = isNew ? null : asked.request().pk();
        String row = pk == null ? "" : id(asked.entity(), pk).orElse("");
        if (pk != null && (row.isEmpty() || read(asked, row).isEmpty())) {
            answer(asked, 404, NOTHING, Errors.NOT_FOUND);
            return;
        }
        if (!door.gate()
                .mayWrite(new SubscriptionPolicy.Write(
                        client.user(), asked.entity().namespace(), asked.action(), row, data.keySet()))) {
            answer(asked, 403, NOTHING, Errors.FORBIDDEN);
            return;
        }
        Outcome outcome =
                switch (asked.action()) {
                    case "create" -> door.writing().create(asked.entity(), asked.visible(), data);
                    case "delete" -> door.writing().delete(asked.entity(), row, data);
                    default -> door.writing().change(asked.entity(), asked.visible(), row, data);
                };
        // In turn with what is told of the row: the answer is as new as that.
        door.lane().execute(() -> run(same -> answer(asked, outcome, pk, row), asked));
    }

    private void answer(Asked asked, Outcome outcome, @Nullable Key pk, String row) {
        if (outcome instanceof Outcome.Refused refused) answer(asked, 400, NOTHING, Errors.of(refused.reasons()));
        else if (outcome instanceof Outcome.Gone) answer(asked, 404, NOTHING, Errors.NOT_FOUND);
        else if (outcome instanceof Outcome.Conflict) answer(asked, 409, text(asked, row, pk), Errors.CONFLICT);
        else if (asked.action().equals("delete")) answer(asked, 204, NOTHING, Errors.NONE);
        else if (outcome instanceof Outcome.Done done)
            answer(asked, pk == null ? 201 : 200, text(asked, done.id(), pk), Errors.NONE);
    }

    /** Null where it is not to be seen any more. */
    private String text(Asked asked, String id, @Nullable Key pk) {
        return read(asked, id)
                .map(View::text)
                .map(row -> row.as(pk == null ? row.key() : pk))
                .orElse(NOTHING);
    }

    private Optional<WholeRow> read(Asked asked, String id) {
        return Optional.ofNullable(door.reader()
                .of(asked.entity(), asked.visible(), Set.of(id), List.of())
                .get(id));
    }

    private List<Key> few(List<Key> ids) throws Invalid {
        if (ids.size() > door.most().ids())
            throw new Invalid(
                    "ids",
                    "There are %d at most (updatable.max-batch)."
                            .formatted(door.most().ids()));
        return ids;
    }

    private static Filter filter(Asked asked) throws Invalid, Filter.Unknown {
        Map<String, @Nullable Object> wanted =
                asked.request().filters(field -> Filter.isOf(asked.entity(), asked.visible(), field));
        return Filter.of(asked.entity(), asked.visible(), wanted);
    }

    private static Optional<String> id(LiveEntity entity, Key pk) {
        return entity.id().values(pk.text()).map(entity.id()::text);
    }

    /** As the client calls it, with the id as we do. */
    private static Optional<Key> canonical(LiveEntity entity, Key pk) {
        return id(entity, pk).map(id -> new Key(pk.json(), id));
    }

    private void answer(Asked asked, int status, String data, String errors) {
        client.answer(asked.request().framing().reply(asked.action(), status, data, errors));
    }

    @Override
    public String error(int code, String sentence) {
        return Framing.UNKNOWN.reply(null, code, NOTHING, Errors.of(sentence));
    }

    @Override
    public void asksAgain() {
        door.lane().execute(() -> {
            for (LiveEntity entity : door.observers().entitiesOf(client))
                door.observers().sees(client, entity, door.gate().visible(entity, client.user()));
        });
    }

    @Override
    public void ends(boolean willComeBack) {
        door.lane().execute(() -> door.observers().gone(client, willComeBack));
    }
}
