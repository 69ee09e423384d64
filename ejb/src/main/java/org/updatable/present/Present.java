package org.updatable.present;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.updatable.change.Changed;
import org.updatable.change.Fact;
import org.updatable.change.PlainValue;
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
import org.updatable.model.LiveProperty.Kind;

/** Reads the present values of rows from the database: past every cache, and outside of any transaction. */
@ApplicationScoped
public class Present {
    /** Some databases refuse more than 1,000 parameters. */
    private static final int ROWS_PER_QUERY = 500;

    @Inject
    LiveModel model;

    /** Made by the container. */
    public Present() {}

    /**
     * Reads rows of one entity, in one query for every 500 of them.
     *
     * @param touched rows of which something may have changed; not every row
     * @param paths those that somebody watches
     * @return of each row that exists, each property that may have changed and is said to who watches one of these paths,
     *     and what methods of the entity say to them; nothing for names that are not known
     */
    public List<Fact> read(Touched touched, Collection<String> paths) {
        Optional<LiveEntity> entity = model.named(touched.namespace());
        if (entity.isEmpty()) return List.of();
        Wanted wanted = Wanted.of(entity.get(), paths, touched.properties());
        if (wanted.isNothing()) return List.of();
        List<List<Object>> keys = touched.ids().stream()
                .flatMap(id -> entity.get().id().values(id).stream())
                .toList();
        List<Fact> values = new ArrayList<>();
        EntityManager manager = entity.get().unit().createEntityManager();
        try {
            for (int from = 0; from < keys.size(); from += ROWS_PER_QUERY) {
                List<List<Object>> some = keys.subList(from, Math.min(from + ROWS_PER_QUERY, keys.size()));
                if (wanted.needsInstances()) readInstances(wanted, some, manager, values);
                else readColumns(entity.get(), wanted.properties(), some, manager, values);
            }
        } finally {
            manager.close();
        }
        return values;
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
        if (fact instanceof Said said)
            return Group.parse(said.update().group())
                    .filter(to -> to.path().equals(group.path()))
                    .map(to -> said.update().to(group.name()))
                    .stream()
                    .toList();
        if (!(fact instanceof Changed value)) return List.of();
        return entity.map(found -> found.properties().get(value.property())).stream()
                .flatMap(property -> property.sayings().stream())
                .filter(saying -> saying.path().equals(group.path()))
                .map(saying -> saying.update(group.name(), value.value()))
                .toList();
    }

    private static void readColumns(
            LiveEntity entity,
            List<LiveProperty> properties,
            List<List<Object>> keys,
            EntityManager manager,
            List<Fact> values) {
        CriteriaQuery<Tuple> query = manager.getCriteriaBuilder().createTupleQuery();
        Root<?> root = query.from(entity.javaType());
        List<Selection<?>> columns = new ArrayList<>();
        entity.id().paths().forEach(path -> columns.add(column(root, path)));
        properties.forEach(property -> columns.add(column(root, property)));
        query.multiselect(columns).where(isOneOf(keys, entity, root, manager.getCriteriaBuilder()));
        for (Tuple tuple : manager.createQuery(query).getResultList()) {
            List<Object> found = new ArrayList<>(Arrays.asList(tuple.toArray()));
            int idLength = entity.id().paths().size();
            Row row = new Row(entity.namespace(), entity.id().text(found.subList(0, idLength)));
            Iterator<Object> columnValues =
                    found.subList(idLength, found.size()).iterator();
            for (LiveProperty property : properties) {
                Object value = columnValues.next();
                Object said = property.kind() == Kind.REFERENCE ? value : property.said(value);
                values.add(new Changed(row, property.name(), PlainValue.of(said)));
            }
        }
    }

    /** Refreshes the second-level cache on the way, which would be as old as what the pages show. */
    private static void readInstances(
            Wanted wanted, List<List<Object>> keys, EntityManager manager, List<Fact> values) {
        LiveEntity entity = wanted.entity();
        CriteriaQuery<Object> query = manager.getCriteriaBuilder().createQuery();
        Root<?> root = query.from(entity.javaType());
        query.select(root).where(isOneOf(keys, entity, root, manager.getCriteriaBuilder()));
        for (Object instance : manager.createQuery(query)
                .setHint("jakarta.persistence.cache.retrieveMode", CacheRetrieveMode.BYPASS)
                .setHint("jakarta.persistence.cache.storeMode", CacheStoreMode.REFRESH)
                .getResultList()) values.addAll(wanted.of(instance));
    }

    private static Predicate isOneOf(List<List<Object>> keys, LiveEntity entity, Root<?> root, CriteriaBuilder build) {
        List<Path<?>> id = entity.id().paths().stream()
                .<Path<?>>map(path -> column(root, path))
                .toList();
        if (id.size() == 1)
            return id.get(0).in(keys.stream().map(key -> key.get(0)).toList());
        return build.or(keys.stream()
                .map(key -> build.and(IntStream.range(0, id.size())
                        .mapToObj(i -> build.equal(id.get(i), key.get(i)))
                        .toArray(Predicate[]::new)))
                .toArray(Predicate[]::new));
    }

    private static Path<?> column(Root<?> root, LiveProperty property) {
        List<String> path = property.column();
        // An outer join: a row without the reference is a row all the same.
        if (property.kind() == Kind.REFERENCE)
            return root.join(path.get(0), JoinType.LEFT).get(path.get(1));
        return column(root, path);
    }

    private static Path<?> column(Root<?> root, List<String> path) {
        Path<?> found = root;
        for (String name : path) found = found.get(name);
        return found;
    }
}
