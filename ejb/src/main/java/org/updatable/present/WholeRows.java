package org.updatable.present;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updatable.Visible;
import org.updatable.change.Changed;
import org.updatable.change.Fact;
import org.updatable.change.PlainValue;
import org.updatable.change.Row;
import org.updatable.model.LiveEntity;
import org.updatable.present.Present.Reading;

/** Reads rows with all that is live of them, for who may see it: past every cache, and outside of any transaction. */
@ApplicationScoped
public class WholeRows {
    /** Some databases refuse more than 1,000 parameters. */
    private static final int PER_QUERY = 500;

    private static final int FILTERS_PER_QUERY = 50;

    @Inject
    Snapshots snapshots;

    /** Made by the container. */
    public WholeRows() {}

    /**
     * Some rows of many.
     *
     * @param count how many there are
     * @param rows those that were asked for, in the order of their ids
     */
    public record Page(long count, List<WholeRow> rows) {}

    /**
     * Reads rows by their ids.
     *
     * @param entity the entity
     * @param visible what may be seen
     * @param ids as text
     * @param filters of which it is to be known whether each row passes them
     * @return by their ids, those that exist and may be seen
     */
    public Map<String, WholeRow> of(
            LiveEntity entity, Visible visible, Collection<String> ids, Collection<Filter> filters) {
        Map<String, WholeRow> rows = new HashMap<>();
        snapshots.read(entity.unit(), true, manager -> {
            Map<String, Found> seen = new LinkedHashMap<>();
            List<Filter> all = List.copyOf(filters);
            for (List<List<Object>> keys : parts(keys(entity, ids), PER_QUERY))
                for (List<Filter> some : all.isEmpty() ? List.of(all) : parts(all, FILTERS_PER_QUERY))
                    seen(entity, visible, keys, some, manager)
                            .forEach((id, found) -> seen.merge(id, found, Found::with));
            rows.clear();
            whole(entity, visible, seen, manager).forEach(row -> rows.put(row.id(), row));
        });
        return rows;
    }

    /**
     * Reads a page of rows.
     *
     * @param entity the entity
     * @param visible what may be seen
     * @param filter which rows
     * @param offset how many to leave out, from the lowest id on
     * @param limit how many to read
     * @return the page
     */
    public Page page(LiveEntity entity, Visible visible, Filter filter, int offset, int limit) {
        List<Page> pages = new ArrayList<>();
        snapshots.read(entity.unit(), true, manager -> {
            Map<String, Found> found = new LinkedHashMap<>();
            found(entity, visible, filter, offset, limit, manager).forEach(one -> found.put(one.id(), one));
            pages.add(new Page(
                    count(entity, visible, filter, manager),
                    found.isEmpty() ? List.of() : whole(entity, visible, found, manager)));
        });
        return pages.get(pages.size() - 1);
    }

    /**
     * Reads which rows there are.
     *
     * @param entity the entity
     * @param visible what may be seen
     * @param filter which rows
     * @param most how many at most
     * @return their ids as text, from the lowest one on
     */
    public Set<String> ids(LiveEntity entity, Visible visible, Filter filter, int most) {
        Set<String> ids = new LinkedHashSet<>();
        snapshots.read(entity.unit(), false, manager -> found(entity, visible, filter, 0, most, manager)
                .forEach(found -> ids.add(found.id())));
        return ids;
    }

    /** Which of some rows may be seen, and which of some filters each passes: the database compares, as it does in a list. */
    private static Map<String, Found> seen(
            LiveEntity entity, Visible visible, List<List<Object>> keys, List<Filter> filters, EntityManager manager) {
        CriteriaBuilder build = manager.getCriteriaBuilder();
        CriteriaQuery<Tuple> query = build.createTupleQuery();
        Root<?> root = query.from(entity.javaType());
        List<Selection<?>> columns = new ArrayList<>(id(entity, root));
        int idLength = columns.size();
        for (Filter filter : filters)
            columns.add(
                    filter.values().isEmpty()
                            ? build.literal(1)
                            : build.<Integer>selectCase()
                                    .when(filter.of(entity, root, build), 1)
                                    .otherwise(0));
        version(entity).ifPresent(name -> columns.add(root.get(name)));
        query.multiselect(columns).where(restricted(visible, root, build, Queries.isOneOf(keys, entity, root, build)));
        Map<String, Found> seen = new LinkedHashMap<>();
        for (Tuple tuple : manager.createQuery(query).getResultList()) {
            List<@Nullable Object> values = Arrays.asList(tuple.toArray());
            Set<Filter> passes = new HashSet<>();
            for (int i = 0; i < filters.size(); i++)
                if (values.get(idLength + i) instanceof Number passed && passed.intValue() == 1)
                    passes.add(filters.get(i));
            Found found = Found.of(entity, values, idLength, passes);
            seen.put(found.id(), found);
        }
        return seen;
    }

    private static List<Found> found(
            LiveEntity entity, Visible visible, Filter filter, int offset, int limit, EntityManager manager) {
        CriteriaBuilder build = manager.getCriteriaBuilder();
        CriteriaQuery<Tuple> query = build.createTupleQuery();
        Root<?> root = query.from(entity.javaType());
        List<Path<?>> id = id(entity, root);
        List<Selection<?>> columns = new ArrayList<>(id);
        version(entity).ifPresent(name -> columns.add(root.get(name)));
        query.multiselect(columns)
                .where(restricted(visible, root, build, filter.of(entity, root, build)))
                .orderBy(id.stream().map(build::asc).toList());
        return manager.createQuery(query).setFirstResult(offset).setMaxResults(limit).getResultList().stream()
                .map(tuple -> Found.of(entity, Arrays.asList(tuple.toArray()), id.size(), Set.of(filter)))
                .toList();
    }

    private static long count(LiveEntity entity, Visible visible, Filter filter, EntityManager manager) {
        CriteriaBuilder build = manager.getCriteriaBuilder();
        CriteriaQuery<Long> query = build.createQuery(Long.class);
        Root<?> root = query.from(entity.javaType());
        query.select(build.count(root)).where(restricted(visible, root, build, filter.of(entity, root, build)));
        return manager.createQuery(query).getSingleResult();
    }

    private static Predicate restricted(Visible visible, Root<?> root, CriteriaBuilder build, Predicate which) {
        Visible.Where where = visible.where();
        return where == null ? which : build.and(which, where.of(root, build));
    }

    private static List<Path<?>> id(LiveEntity entity, Root<?> root) {
        return entity.id().paths().stream()
                .<Path<?>>map(path -> Queries.column(root, path))
                .toList();
    }

    /** In the order in which they were found. */
    private static List<WholeRow> whole(
            LiveEntity entity, Visible visible, Map<String, Found> found, EntityManager manager) {
        Map<Row, List<Fact>> values = new HashMap<>();
        Wanted wanted = Wanted.whole(entity, visible);
        if (!wanted.isNothing() && !found.isEmpty()) {
            Reading reading = Reading.of(wanted, found.keySet());
            Present.prepare(reading);
            Present.read(reading, manager, values);
        }
        List<WholeRow> rows = new ArrayList<>();
        found.forEach((id, one) -> {
            List<Fact> facts = values.get(new Row(entity.namespace(), id));
            // Where not everything can be read at one moment, it may be gone by now.
            if (facts != null || wanted.isNothing()) rows.add(row(entity, visible, one, facts));
        });
        return rows;
    }

    private static WholeRow row(LiveEntity entity, Visible visible, Found found, @Nullable List<Fact> facts) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (facts != null) for (Fact fact : facts) if (fact instanceof Changed changed) put(changed, values, visible);
        version(entity).ifPresent(name -> values.put(name, PlainValue.inParts(found.version())));
        return new WholeRow(found.id(), entity.id().plain(found.id()), values, found.passes());
    }

    private static void put(Changed changed, Map<String, @Nullable Object> values, Visible visible) {
        if (!changed.property().equals(Wanted.SHAPE))
            values.put(changed.property(), PlainValue.inParts(changed.value()));
        else if (changed.value() instanceof Map<?, ?> shape)
            shape.forEach((name, value) -> {
                if (!visible.hides(String.valueOf(name))) values.put(String.valueOf(name), value);
            });
    }

    /** Who may write tells it again, so that nobody is overwritten. */
    private static Optional<String> version(LiveEntity entity) {
        return entity.isWritable() ? entity.version() : Optional.empty();
    }

    /** What a first query finds of a row. */
    private record Found(
            String id, Set<Filter> passes, @Nullable Object version) {

        static Found of(LiveEntity entity, List<@Nullable Object> values, int idLength, Set<Filter> passes) {
            List<@Nullable Object> id = values.subList(0, idLength);
            Object last = values.get(values.size() - 1);
            return new Found(entity.id().text(id), passes, last);
        }

        Found with(Found other) {
            Set<Filter> all = new HashSet<>(passes);
            all.addAll(other.passes);
            return new Found(id, all, version);
        }
    }

    private static List<List<Object>> keys(LiveEntity entity, Collection<String> ids) {
        return ids.stream().flatMap(id -> entity.id().values(id).stream()).toList();
    }

    private static <T> List<List<T>> parts(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size)
            parts.add(all.subList(from, Math.min(from + size, all.size())));
        return parts;
    }
}
