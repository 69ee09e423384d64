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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
            Map<String, Set<Filter>> passed = new LinkedHashMap<>();
            List<Filter> all = List.copyOf(filters);
            for (List<List<Object>> keys : parts(keys(entity, ids), PER_QUERY))
                for (List<Filter> some : all.isEmpty() ? List.of(all) : parts(all, FILTERS_PER_QUERY))
                    passed(entity, visible, keys, some, manager)
                            .forEach((id, found) -> passed.computeIfAbsent(id, first -> new HashSet<>())
                                    .addAll(found));
            rows.clear();
            whole(entity, visible, passed, manager).forEach(row -> rows.put(row.id(), row));
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
            Map<String, Set<Filter>> found = new LinkedHashMap<>();
            ids(entity, visible, filter, offset, limit, manager).forEach(id -> found.put(id, Set.of(filter)));
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
        snapshots.read(entity.unit(), false, manager -> ids.addAll(ids(entity, visible, filter, 0, most, manager)));
        return ids;
    }

    /** Which of some rows may be seen, and which of some filters each passes: the database compares, as it does in a list. */
    private static Map<String, Set<Filter>> passed(
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
        query.multiselect(columns).where(restricted(visible, root, build, Queries.isOneOf(keys, entity, root, build)));
        Map<String, Set<Filter>> passed = new LinkedHashMap<>();
        for (Tuple tuple : manager.createQuery(query).getResultList()) {
            List<Object> found = List.of(tuple.toArray());
            Set<Filter> passes = new HashSet<>();
            for (int i = 0; i < filters.size(); i++)
                if (((Number) found.get(idLength + i)).intValue() == 1) passes.add(filters.get(i));
            passed.put(entity.id().text(found.subList(0, idLength)), passes);
        }
        return passed;
    }

    private static List<String> ids(
            LiveEntity entity, Visible visible, Filter filter, int offset, int limit, EntityManager manager) {
        CriteriaBuilder build = manager.getCriteriaBuilder();
        CriteriaQuery<Tuple> query = build.createTupleQuery();
        Root<?> root = query.from(entity.javaType());
        List<Path<?>> id = id(entity, root);
        query.multiselect(List.<Selection<?>>copyOf(id))
                .where(restricted(visible, root, build, filter.of(entity, root, build)))
                .orderBy(id.stream().map(build::asc).toList());
        return manager.createQuery(query).setFirstResult(offset).setMaxResults(limit).getResultList().stream()
                .map(tuple -> entity.id().text(List.of(tuple.toArray())))
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
            LiveEntity entity, Visible visible, Map<String, Set<Filter>> found, EntityManager manager) {
        Map<Row, List<Fact>> values = new HashMap<>();
        Wanted wanted = Wanted.whole(entity, visible);
        if (!wanted.isNothing() && !found.isEmpty()) {
            Reading reading = Reading.of(wanted, found.keySet());
            Present.prepare(reading);
            Present.read(reading, manager, values);
        }
        List<WholeRow> rows = new ArrayList<>();
        found.forEach((id, passes) -> {
            List<Fact> facts = values.get(new Row(entity.namespace(), id));
            // Where not everything can be read at one moment, it may be gone by now.
            if (facts != null || wanted.isNothing()) rows.add(row(entity, id, facts, passes));
        });
        return rows;
    }

    private static WholeRow row(LiveEntity entity, String id, @Nullable List<Fact> facts, Set<Filter> passes) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (facts != null)
            for (Fact fact : facts)
                if (fact instanceof Changed changed) values.put(changed.property(), plain(changed.value()));
        return new WholeRow(id, entity.id().plain(id), values, passes);
    }

    /** As in a page, but that a floating-point number stays one: JSON says it as Java does. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            map.forEach((name, part) -> plain.put(String.valueOf(name), plain(part)));
            return plain;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> plain = new ArrayList<>();
            list.forEach(part -> plain.add(plain(part)));
            return plain;
        }
        if (value instanceof Double number && Double.isFinite(number)) return new BigDecimal(number.toString());
        if (value instanceof Float number && Float.isFinite(number)) return new BigDecimal(number.toString());
        return PlainValue.of(value);
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
