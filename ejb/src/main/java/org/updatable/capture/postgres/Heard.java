package org.updatable.capture.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updatable.EntityChanged.Kind;
import org.updatable.Notification;
import org.updatable.capture.OwnTransactions;
import org.updatable.capture.TransactionNumbers;
import org.updatable.change.Changed;
import org.updatable.change.Commit;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.RowEvent;
import org.updatable.change.Touched;
import org.updatable.message.Json;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveProperty;

/**
 * What the notifications of a database mean. Who says one is not trusted with more than that something may have happened: rows are
 * read, and what is no hint at a row is announced as it is.
 */
final class Heard {
    private static final String PK = "pk";
    private static final String EVENT = "event";
    private static final String MODEL = "model";
    private static final String FIELDS = "fields";
    private static final String CREATED = "created";

    /** What a trigger says of the transaction in which it runs. */
    static final String TRANSACTION = "tx";

    private static final String DELETE = "delete";
    private static final String TOUCHED = "touched";

    /** What is said in our own words, and not as it came. */
    private static final Set<String> OURS = Set.of(PK, EVENT, MODEL, FIELDS, CREATED, TRANSACTION);

    /** What the row, or a table of its own, holds. */
    private static final Set<LiveProperty.Kind> STORED =
            Set.of(LiveProperty.Kind.ATTRIBUTE, LiveProperty.Kind.REFERENCE, LiveProperty.Kind.COLLECTION);

    private final Collection<LiveEntity> entities;
    private final OwnTransactions own;
    private final TransactionNumbers numbers;
    private final Consumer<Commit> node;

    /**
     * @param entities all live ones
     * @param own tells what was told already
     * @param numbers of the database's transactions
     * @param node takes what is new
     */
    Heard(Collection<LiveEntity> entities, OwnTransactions own, TransactionNumbers numbers, Consumer<Commit> node) {
        this.entities = List.copyOf(entities);
        this.own = own;
        this.numbers = numbers;
        this.node = node;
    }

    /** What one notification means. */
    private record Meaning(List<Touched> touched, List<RowEvent> events, List<Notification> notifications) {}

    /** Takes notifications, in order. Those of one transaction come together. */
    void take(List<Said> all) {
        Map<String, List<Meaning>> byTransaction = new LinkedHashMap<>();
        for (Said said : all) {
            Map<String, @Nullable Object> payload = payload(said.payload());
            Object transaction = payload.get(TRANSACTION);
            // What no trigger has said stays where it is in the order.
            String together = transaction == null ? "none " + byTransaction.size() : transaction.toString();
            byTransaction.computeIfAbsent(together, first -> new ArrayList<>()).add(meaning(said.channel(), payload));
        }
        byTransaction.forEach((transaction, meanings) ->
                own.ask(numbers.of(transaction), told -> tell(meanings, Optional.ofNullable(told))));
    }

    private static Map<String, @Nullable Object> payload(String text) {
        return Json.read(text).orElseGet(() -> {
            Map<String, @Nullable Object> raw = new LinkedHashMap<>();
            raw.put("raw", text);
            return raw;
        });
    }

    private Meaning meaning(String channel, Map<String, @Nullable Object> payload) {
        List<LiveEntity> meant = entities.stream()
                .filter(entity -> entity.channel().equals(channel))
                .filter(entity -> payload.get(MODEL) == null
                        || entity.javaType().getSimpleName().equals(payload.get(MODEL)))
                .toList();
        if (TOUCHED.equals(payload.get(EVENT)) && payload.get(PK) == null && !meant.isEmpty())
            return new Meaning(
                    meant.stream()
                            .map(entity -> Touched.all(entity.namespace()))
                            .toList(),
                    List.of(),
                    List.of());
        List<RowEvent> events = meant.stream()
                .flatMap(entity -> id(payload.get(PK), entity).map(id -> event(id, payload, entity)).stream())
                .toList();
        if (!events.isEmpty()) return new Meaning(List.of(), events, List.of());
        return new Meaning(List.of(), List.of(), List.of(new Notification(channel, payload)));
    }

    /** An id of several values is their list, as a trigger says it, or a text, as we say it. */
    private static Optional<String> id(@Nullable Object said, LiveEntity entity) {
        if (said instanceof List<?> parts) {
            if (parts.size() != entity.id().paths().size() || parts.stream().anyMatch(Objects::isNull))
                return Optional.empty();
            return id(entity.id().text(parts), entity);
        }
        return said instanceof String || said instanceof Long ? id(said.toString(), entity) : Optional.empty();
    }

    private static Optional<String> id(String text, LiveEntity entity) {
        return entity.id().values(text).map(values -> entity.id().text(values));
    }

    private static RowEvent event(String id, Map<String, @Nullable Object> payload, LiveEntity entity) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(payload);
        more.keySet().removeAll(OURS);
        Row row = new Row(entity.namespace(), id);
        if (DELETE.equals(payload.get(EVENT))) return new RowEvent(row, Kind.DELETED, Set.of(), more);
        boolean isCreated = Boolean.TRUE.equals(payload.get(CREATED));
        return new RowEvent(
                row, isCreated ? Kind.CREATED : Kind.UPDATED, fields(payload.get(FIELDS), entity, isCreated), more);
    }

    /** Those that are live, with what is derived from them; all where nobody says which. */
    private static Set<String> fields(@Nullable Object said, LiveEntity entity, boolean isCreated) {
        if (isCreated || !(said instanceof List<?> names)) return all(entity);
        Set<String> known = all(entity);
        Set<String> fields =
                names.stream().map(String::valueOf).filter(known::contains).collect(Collectors.toSet());
        if (fields.isEmpty()) return known;
        entity.properties().values().stream()
                .filter(property -> property.kind() == LiveProperty.Kind.DERIVED)
                .forEach(property -> fields.add(property.name()));
        return fields;
    }

    private static Set<String> all(LiveEntity entity) {
        return Stream.concat(
                        entity.properties().keySet().stream(),
                        entity.shownVersion().stream().map(LiveProperty::name))
                .collect(Collectors.toSet());
    }

    /** What of it our own commit has not told. */
    private void tell(List<Meaning> meanings, Optional<Commit> told) {
        Set<Touched> touched = new LinkedHashSet<>();
        Map<Row, RowEvent> events = new LinkedHashMap<>();
        List<Notification> notifications = new ArrayList<>();
        for (Meaning meaning : meanings) {
            meaning.touched().stream()
                    .filter(rows -> told.isEmpty() || !hasTold(told.get(), rows))
                    .forEach(touched::add);
            meaning.events().stream()
                    .filter(event -> told.isEmpty() || !hasTold(told.get(), event))
                    .forEach(event -> events.merge(event.row(), event, Heard::both));
            notifications.addAll(meaning.notifications());
        }
        List<Fact> facts = new ArrayList<>(touched);
        events.keySet().stream()
                .collect(Collectors.groupingBy(
                        Row::namespace, LinkedHashMap::new, Collectors.mapping(Row::id, Collectors.toSet())))
                .forEach((namespace, ids) -> facts.add(new Touched(namespace, ids, Set.of())));
        Commit commit =
                new Commit(facts, Map.of(), System.nanoTime(), List.copyOf(events.values()), notifications, null);
        if (!commit.isEmpty()) node.accept(commit);
    }

    /** Several tables hold one row: what happens to each is one thing that happens to it. */
    private static RowEvent both(RowEvent one, RowEvent next) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(one.more());
        more.putAll(next.more());
        boolean isGone = one.kind() == Kind.DELETED && next.kind() == Kind.UPDATED; // its parts go after it
        if (isGone || next.kind() == Kind.DELETED) return new RowEvent(next.row(), Kind.DELETED, Set.of(), more);
        Set<String> fields =
                Stream.concat(one.fields().stream(), next.fields().stream()).collect(Collectors.toSet());
        Kind kind = one.kind() == Kind.CREATED || next.kind() == Kind.CREATED ? Kind.CREATED : next.kind();
        if (one.kind() == Kind.DELETED) kind = Kind.UPDATED; // deleted, and inserted again
        return new RowEvent(next.row(), kind, fields, more);
    }

    private static boolean hasTold(Commit told, Touched all) {
        return told.facts().stream()
                .anyMatch(fact -> fact instanceof Touched touched
                        && touched.namespace().equals(all.namespace())
                        && touched.ids().isEmpty());
    }

    /** Whether our commit has told, or has had read, each field of the row that the database says has changed. */
    private boolean hasTold(Commit told, RowEvent event) {
        Set<String> fields = new LinkedHashSet<>();
        boolean isMentioned = false;
        for (Fact fact : told.facts()) {
            if (fact instanceof Changed changed && changed.row().equals(event.row())) {
                isMentioned = true;
                fields.add(changed.property());
            }
            if (fact instanceof Touched touched && touched.includes(event.row())) {
                if (touched.properties().isEmpty()) return true;
                isMentioned = true;
                fields.addAll(touched.properties());
            }
        }
        if (event.kind() == Kind.DELETED) return false;
        return isMentioned && (event.kind() == Kind.CREATED || fields.containsAll(stored(event)));
    }

    /** What else differs does so because of these. */
    private Set<String> stored(RowEvent event) {
        return entities.stream()
                .filter(entity -> entity.namespace().equals(event.row().namespace()))
                .flatMap(entity -> entity.properties().values().stream())
                .filter(property -> STORED.contains(property.kind()))
                .map(LiveProperty::name)
                .filter(event.fields()::contains)
                .collect(Collectors.toSet());
    }
}
