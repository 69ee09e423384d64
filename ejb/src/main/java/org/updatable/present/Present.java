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
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.updatable.change.Changed;
import org.updatable.change.PlainValue;
import org.updatable.change.Row;
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
     * @param namespace the live entity's name
     * @param ids the rows as text
     * @param properties the names of the properties to read
     * @return each of these properties of each row that exists; nothing for names that are not known
     */
    public List<Changed> read(String namespace, Collection<String> ids, Collection<String> properties) {
        Optional<LiveEntity> entity = model.named(namespace);
        if (entity.isEmpty()) return List.of();
        List<LiveProperty> wanted = entity.get().properties().values().stream()
                .filter(property -> properties.contains(property.name()))
                .toList();
        if (wanted.isEmpty()) return List.of();
        List<List<Object>> keys = ids.stream()
                .flatMap(id -> entity.get().id().values(id).stream())
                .toList();
        List<Changed> values = new ArrayList<>();
        EntityManager manager = entity.get().unit().createEntityManager();
        try {
            for (int from = 0; from < keys.size(); from += ROWS_PER_QUERY) {
                List<List<Object>> some = keys.subList(from, Math.min(from + ROWS_PER_QUERY, keys.size()));
                if (needInstances(wanted, entity.get())) readInstances(entity.get(), wanted, some, manager, values);
                else readColumns(entity.get(), wanted, some, manager, values);
            }
        } finally {
            manager.close();
        }
        return values;
    }

    /**
     * What a value is shown as.
     *
     * @param value a property's value
     * @param format a language, for a property whose values have labels; empty for none
     * @return the plain value, or its label
     */
    public @Nullable Object shown(Changed value, String format) {
        if (format.isEmpty()) return value.value();
        return model.named(value.row().namespace())
                .map(entity -> entity.properties().get(value.property()))
                .map(property -> property.label(value.value(), Locale.forLanguageTag(format)))
                .orElse(null);
    }

    /** What no one column holds, or what only some of the subclasses have, no one query selects. */
    private static boolean needInstances(List<LiveProperty> properties, LiveEntity entity) {
        return properties.stream()
                .anyMatch(property ->
                        property.column().isEmpty() || !property.owner().isAssignableFrom(entity.javaType()));
    }

    private static void readColumns(
            LiveEntity entity,
            List<LiveProperty> properties,
            List<List<Object>> keys,
            EntityManager manager,
            List<Changed> values) {
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
            LiveEntity entity,
            List<LiveProperty> properties,
            List<List<Object>> keys,
            EntityManager manager,
            List<Changed> values) {
        CriteriaQuery<Object> query = manager.getCriteriaBuilder().createQuery();
        Root<?> root = query.from(entity.javaType());
        query.select(root).where(isOneOf(keys, entity, root, manager.getCriteriaBuilder()));
        for (Object instance : manager.createQuery(query)
                .setHint("jakarta.persistence.cache.retrieveMode", CacheRetrieveMode.BYPASS)
                .setHint("jakarta.persistence.cache.storeMode", CacheStoreMode.REFRESH)
                .getResultList()) {
            Row row = entity.rowOf(instance).orElseThrow();
            for (LiveProperty property : properties) {
                if (property.in(instance).isPresent())
                    values.add(new Changed(row, property.name(), PlainValue.of(property.valueOf(instance))));
            }
        }
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
