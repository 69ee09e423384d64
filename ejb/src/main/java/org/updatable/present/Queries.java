package org.updatable.present;

import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.updatable.change.Row;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveProperty;

/** Asks a unit's database about rows of one entity, past every cache. */
final class Queries {
    private Queries() {}

    /** What a query has found of a row. */
    record Found(Row row, List<@Nullable Object> values) {}

    static List<Found> select(
            LiveEntity entity, List<LiveProperty> properties, List<List<Object>> keys, EntityManager manager) {
        CriteriaBuilder build = manager.getCriteriaBuilder();
        CriteriaQuery<Tuple> query = build.createTupleQuery();
        Root<?> root = query.from(entity.javaType());
        List<Selection<?>> columns = new ArrayList<>();
        entity.id().paths().forEach(path -> columns.add(column(root, path)));
        int idLength = columns.size();
        Map<List<String>, From<?, ?>> joined = new HashMap<>();
        for (LiveProperty property : properties) {
            Path<?> column = column(root, property, joined);
            columns.add(column);
            columns.add(isThere(column, property, build));
        }
        query.multiselect(columns).where(isOneOf(keys, entity, root, build));
        return manager.createQuery(query).getResultList().stream()
                .map(tuple -> Arrays.asList(tuple.toArray()))
                .map(tuple -> new Found(
                        new Row(entity.namespace(), entity.id().text(tuple.subList(0, idLength))),
                        values(tuple.subList(idLength, tuple.size()))))
                .toList();
    }

    /** Where there is no other row, EclipseLink answers 0 for an attribute that is a primitive. */
    private static Expression<Integer> isThere(Path<?> column, LiveProperty property, CriteriaBuilder build) {
        if (property.joins() == 0) return build.literal(1);
        return build.<Integer>selectCase().when(build.isNull(column), 0).otherwise(1);
    }

    private static List<@Nullable Object> values(List<Object> found) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < found.size(); i += 2)
            values.add(((Number) found.get(i + 1)).intValue() == 0 ? null : found.get(i));
        return values;
    }

    /**
     * Stores nothing in the second-level cache: EclipseLink would wait for the lock of each row there, and an application
     * whose commit failed may have left one behind, for ever.
     */
    static List<Object> instances(
            LiveEntity entity, List<List<Object>> keys, EntityManager manager, Function<Root<?>, Selection<?>> which) {
        CriteriaQuery<Object> query = manager.getCriteriaBuilder().createQuery();
        Root<?> root = query.from(entity.javaType());
        query.select(which.apply(root)).where(isOneOf(keys, entity, root, manager.getCriteriaBuilder()));
        return manager.createQuery(query)
                .setHint("jakarta.persistence.cache.retrieveMode", CacheRetrieveMode.BYPASS)
                .setHint("jakarta.persistence.cache.storeMode", CacheStoreMode.BYPASS)
                .getResultList();
    }

    static Predicate isOneOf(List<List<Object>> keys, LiveEntity entity, Root<?> root, CriteriaBuilder build) {
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

    static Path<?> column(Root<?> root, LiveProperty property, Map<List<String>, From<?, ?>> joined) {
        List<String> path = property.column();
        From<?, ?> from = root;
        for (int i = 0; i < property.joins(); i++) {
            From<?, ?> before = from;
            String name = path.get(i);
            // An outer join: a row without the reference is a row all the same.
            from = joined.computeIfAbsent(path.subList(0, i + 1), first -> before.join(name, JoinType.LEFT));
        }
        return column(from, path.subList(property.joins(), path.size()));
    }

    static Path<?> column(From<?, ?> from, List<String> path) {
        Path<?> found = from;
        for (String name : path) found = found.get(name);
        return found;
    }
}
