package org.updatable.present;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.updatable.change.Changed;
import org.updatable.change.PlainValue;
import org.updatable.change.Row;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModel;

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
     * @return each live property of each row that exists; nothing for an unknown name
     */
    public List<Changed> read(String namespace, Collection<String> ids) {
        Optional<LiveEntity> entity = model.named(namespace);
        if (entity.isEmpty()) return List.of();
        List<Object> keys =
                ids.stream().flatMap(id -> entity.get().id(id).stream()).toList();
        List<Changed> values = new ArrayList<>();
        EntityManager manager = entity.get().unit().createEntityManager();
        try {
            for (int from = 0; from < keys.size(); from += ROWS_PER_QUERY)
                read(entity.get(), keys.subList(from, Math.min(from + ROWS_PER_QUERY, keys.size())), manager, values);
        } finally {
            manager.close();
        }
        return values;
    }

    private static void read(LiveEntity entity, List<Object> keys, EntityManager manager, List<Changed> values) {
        CriteriaBuilder build = manager.getCriteriaBuilder();
        CriteriaQuery<Tuple> query = build.createTupleQuery();
        Root<?> root = query.from(entity.javaType());
        String idName =
                entity.type().getId(entity.type().getIdType().getJavaType()).getName();
        List<Selection<?>> columns = new ArrayList<>();
        columns.add(root.get(idName).alias(idName));
        entity.properties()
                .keySet()
                .forEach(property -> columns.add(root.get(property).alias(property)));
        query.multiselect(columns).where(root.get(idName).in(keys));
        for (Tuple tuple : manager.createQuery(query)
                .setHint("jakarta.persistence.cache.retrieveMode", CacheRetrieveMode.BYPASS)
                .getResultList()) {
            Row row = entity.row(tuple.get(idName));
            entity.properties()
                    .keySet()
                    .forEach(property -> values.add(new Changed(row, property, PlainValue.of(tuple.get(property)))));
        }
    }
}
