package org.updatable.present;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.updatable.PresentUpdates;
import org.updatable.change.Changed;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.change.Said;
import org.updatable.change.Touched;
import org.updatable.counters.Failures;
import org.updatable.format.Form;
import org.updatable.message.Group;
import org.updatable.message.Update;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModel;
import org.updatable.model.LiveProperty;
import org.updatable.model.Saying;

/** Reads the present values of rows from the database: past every cache, and outside of any transaction. */
@ApplicationScoped
public class Present {
    /** Some databases refuse more than 1,000 parameters. */
    private static final int ROWS_PER_QUERY = 500;

    @Inject
    LiveModel model;

    @Inject
    Snapshots snapshots;

    @Inject
    @Any
    Instance<PresentUpdates> declared;

    /** Made by the container. */
    public Present() {}

    /**
     * Asks the application's beans what a group shows that is not a field's.
     *
     * @param group its name
     * @return the updates that say it; empty when no bean knows it
     */
    public List<Update> declared(String group) {
        List<Update> updates = new ArrayList<>();
        for (PresentUpdates bean : declared) {
            try {
                bean.of(group).stream()
                        .filter(update -> update.group().equals(group))
                        .forEach(updates::add);
            } catch (RuntimeException failure) {
                Failures.report(
                        "A PresentUpdates bean failed; who joins its group is not told what it shows.", failure);
            }
        }
        return updates;
    }

    /**
     * Removes from the second-level caches what a transaction has changed in a way that the providers may not have seen, so
     * that a page that is rendered now does not show what was before.
     *
     * @param facts what it changed
     */
    public void forget(Collection<Fact> facts) {
        for (Fact fact : facts) {
            if (fact instanceof Touched touched && touched.properties().isEmpty())
                model.named(touched.namespace()).ifPresent(entity -> SecondLevelCaches.forget(entity, touched.ids()));
        }
    }

    /**
     * Reads rows, in one query for every 500 of an entity; what takes several queries is read as it was at one moment, where
     * the database can do that.
     *
     * @param paths rows of which something may have changed, not every row; and those of their paths that somebody watches
     * @return of each row that exists, each property that may have changed and is said to who watches one of these paths,
     *     and what methods of the entity say to them; every row where there is nothing to read
     */
    public Map<Row, List<Fact>> read(Map<Touched, Set<String>> paths) {
        Map<Row, List<Fact>> rows = new HashMap<>();
        Map<EntityManagerFactory, List<Reading>> byUnit = new LinkedHashMap<>();
        paths.forEach((touched, watched) -> model.named(touched.namespace())
                .map(entity -> Wanted.of(entity, watched, touched.properties()))
                .filter(wanted -> !wanted.isNothing())
                .ifPresentOrElse(
                        wanted -> byUnit.computeIfAbsent(wanted.entity().unit(), first -> new ArrayList<>())
                                .add(Reading.of(wanted, touched.ids())),
                        () -> touched.ids().forEach(id -> rows.put(new Row(touched.namespace(), id), List.of()))));
        byUnit.forEach((unit, readings) -> {
            readings.forEach(Present::prepare);
            boolean isOneQuery = readings.size() == 1 && readings.get(0).isOneQuery();
            snapshots.read(unit, !isOneQuery, manager -> {
                Map<Row, List<Fact>> read = new HashMap<>();
                readings.forEach(reading -> read(reading, manager, read));
                rows.putAll(read);
            });
        });
        return rows;
    }

    /**
     * What is read of one entity.
     *
     * @param wanted what of it
     * @param ids of which rows
     * @param keys the same, as values of the entity's id; those that are none are left out
     */
    record Reading(Wanted wanted, Set<String> ids, List<List<Object>> keys) {

        static Reading of(Wanted wanted, Set<String> ids) {
            return new Reading(
                    wanted,
                    ids,
                    ids.stream()
                            .flatMap(id -> wanted.entity().id().values(id).stream())
                            .toList());
        }

        boolean isOneQuery() {
            return keys.size() <= ROWS_PER_QUERY
                    && !wanted.needsInstances()
                    && wanted.lists().size() + Math.min(1, wanted.columns().size()) <= 1;
        }
    }

    /** What other rows have changed of a row, nobody may have told the cache, where the row still is as it was. */
    static void prepare(Reading reading) {
        if (reading.wanted().isMadeOfOtherRows())
            SecondLevelCaches.forget(reading.wanted().entity(), reading.ids());
    }

    static void read(Reading reading, EntityManager manager, Map<Row, List<Fact>> rows) {
        Wanted wanted = reading.wanted();
        List<List<Object>> keys = reading.keys();
        for (int from = 0; from < keys.size(); from += ROWS_PER_QUERY) {
            List<List<Object>> some = keys.subList(from, Math.min(from + ROWS_PER_QUERY, keys.size()));
            if (wanted.needsInstances()) readInstances(wanted, some, manager, rows);
            if (!wanted.columns().isEmpty()) readColumns(wanted, some, manager, rows);
            for (LiveProperty list : wanted.lists()) readList(wanted, list, some, manager, rows);
        }
    }

    /**
     * What may differ because something else does.
     *
     * @param facts what a transaction changed
     * @return of each entity the rows and the properties that are to be read where they are watched
     */
    public List<Touched> dependents(Collection<Fact> facts) {
        return model.dependents(facts);
    }

    /**
     * Whether a group may show something else because of other rows.
     *
     * @param group any group
     * @return false for what only facts about its row change
     */
    public boolean isDependent(Group group) {
        return model.isDependent(group.namespace(), group.path());
    }

    /**
     * Whether something may be said to who watches a path.
     *
     * @param touched what may have changed
     * @param path any path
     * @return false when none of it is shown there
     */
    public boolean isShown(Touched touched, String path) {
        return model.named(touched.namespace())
                .filter(entity ->
                        !Wanted.of(entity, List.of(path), touched.properties()).isNothing())
                .isPresent();
    }

    /**
     * What a fact means for who watches a group of its row. A converter of the application that fails is reported, and
     * then nothing is said: what it would have made of the value is not known.
     *
     * @param fact a property's value, or what somebody said
     * @param group the group
     * @param form the form in which it is watched
     * @return the updates; empty when nothing is said there
     */
    public List<Update> updates(Fact fact, Group group, Form form) {
        Optional<LiveEntity> entity = model.named(group.namespace());
        List<Update> updates = new ArrayList<>();
        for (Update update : plainUpdates(fact, group, entity)) {
            try {
                updates.add(
                        entity.isPresent()
                                ? entity.get().in(form, group.path(), update)
                                : form.of(update, value -> value));
            } catch (RuntimeException | LinkageError | StackOverflowError failure) { // the last one by a deep pattern
                Failures.report("A value of " + group.name() + " could not be converted; it is not updated.", failure);
            }
        }
        return updates;
    }

    private static List<Update> plainUpdates(Fact fact, Group group, Optional<LiveEntity> entity) {
        if (fact instanceof Said said) return said(said.update(), group);
        if (!(fact instanceof Changed value) || entity.isEmpty()) return List.of();
        List<Update> updates = new ArrayList<>();
        entity.get().property(value.property()).ifPresent(property -> {
            for (Saying saying : property.sayings())
                if (saying.path().equals(group.path())) updates.add(saying.update(group.name(), value.value()));
        });
        return updates;
    }

    private static List<Update> said(Update update, Group group) {
        if (update.group().equals(group.name())) return List.of(update);
        boolean isShown = Group.parse(update.group())
                .filter(to -> to.path().equals(group.path()))
                .isPresent();
        return isShown ? List.of(update.to(group.name())) : List.of();
    }

    private static void readColumns(
            Wanted wanted, List<List<Object>> keys, EntityManager manager, Map<Row, List<Fact>> rows) {
        List<LiveProperty> properties = wanted.columns();
        for (Queries.Found found : Queries.select(wanted.entity(), properties, keys, manager)) {
            List<Fact> values = rows.computeIfAbsent(found.row(), first -> new ArrayList<>());
            for (int i = 0; i < properties.size(); i++) {
                LiveProperty property = properties.get(i);
                Object said =
                        wanted.notation().ofColumn(property, found.values().get(i));
                values.add(new Changed(found.row(), property.name(), said));
            }
        }
    }

    /** Of a row that nothing refers to, the one value is null. */
    private static void readList(
            Wanted wanted,
            LiveProperty list,
            List<List<Object>> keys,
            EntityManager manager,
            Map<Row, List<Fact>> rows) {
        Map<Row, List<Object>> values = new LinkedHashMap<>();
        for (Queries.Found found : Queries.select(wanted.entity(), List.of(list), keys, manager)) {
            List<Object> ofRow = values.computeIfAbsent(found.row(), first -> new ArrayList<>());
            found.values().stream().filter(Objects::nonNull).forEach(ofRow::add);
        }
        values.forEach((row, all) -> rows.computeIfAbsent(row, first -> new ArrayList<>())
                .add(new Changed(row, list.name(), wanted.notation().ofColumn(list, all))));
    }

    /**
     * What methods walk over is read before them, and they are asked again: else it would come from the second-level cache,
     * which may be as old as what the pages show.
     */
    private static void readInstances(
            Wanted wanted, List<List<Object>> keys, EntityManager manager, Map<Row, List<Fact>> rows) {
        List<String> walked = readInstances(wanted, List.of(), keys, manager, rows);
        if (!walked.isEmpty()) readInstances(wanted, walked, keys, manager, rows);
    }

    /** Answers the collections that methods have walked over. */
    private static List<String> readInstances(
            Wanted wanted,
            List<String> collections,
            List<List<Object>> keys,
            EntityManager manager,
            Map<Row, List<Fact>> rows) {
        LiveEntity entity = wanted.entity();
        manager.clear(); // what was loaded on the way to something else may have come from the second-level cache
        for (String reference : wanted.references())
            Queries.instances(entity, keys, manager, root -> root.join(reference));
        List<Object> found = Queries.instances(entity, keys, manager, root -> root);
        for (String collection : collections) Queries.instances(entity, keys, manager, root -> root.join(collection));
        for (Object instance : found)
            rows.put(entity.rowOf(instance).orElseThrow(), new ArrayList<>(wanted.of(instance)));
        return wanted.walked(found);
    }
}
