package org.updatable.capture.hibernate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping.Nature;
import org.hibernate.metamodel.mapping.ForeignKeyDescriptor;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.SelectableConsumer;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.entity.UnionSubclassEntityPersister;
import org.updatable.capture.LiveTable;
import org.updatable.capture.LiveTable.Holds;
import org.updatable.capture.LiveTables;
import org.updatable.model.LiveEntity;

/** Which columns hold what of one live entity, as Hibernate has mapped it. */
final class Columns {
    private final LiveEntity entity;
    private final LiveTables tables;

    private Columns(LiveEntity entity) {
        this.entity = entity;
        tables = new LiveTables(entity);
    }

    /** The tables of a live entity. */
    static List<LiveTable> of(LiveEntity entity, SessionFactoryImplementor factory) {
        Columns columns = new Columns(entity);
        factory.getRuntimeMetamodels().getMappingMetamodel().forEachEntityDescriptor(type -> {
            if (entity.javaType().isAssignableFrom(type.getMappedClass())) columns.add(type);
        });
        return columns.tables.all();
    }

    /**
     * The id of a class.
     *
     * @param columns its columns, as Hibernate orders them
     * @param order where those of {@link org.updatable.model.LiveId#paths()} stand among them
     */
    private record Id(List<String> columns, List<Integer> order) {
        List<String> ordered(List<String> referring) {
            return order.stream().map(referring::get).toList();
        }
    }

    private void add(EntityPersister type) {
        Id id = new Id(columns(type.getIdentifierMapping()::forEachSelectable), order(type));
        if (id.order().isEmpty()) return;
        boolean isOneForEachClass = type instanceof UnionSubclassEntityPersister;
        String first = type.getIdentifierTableDetails().getTableName();
        type.visitConstraintOrderedTables((table, key) -> tables.rows(
                table,
                isOneForEachClass || table.equals(first) ? Holds.ROWS : Holds.MORE_OF_ROWS,
                id.ordered(columns(key.get()))));
        type.forEachAttributeMapping(attribute -> walk(attribute, List.of(), id));
    }

    /** Where the columns of {@link org.updatable.model.LiveId#paths()} stand among those of the id; empty when that is not known. */
    private List<Integer> order(EntityPersister type) {
        List<List<String>> paths = entity.id().paths();
        if (paths.size() == 1) return List.of(0);
        Map<String, Integer> places = new HashMap<>();
        if (type.getIdentifierMapping() instanceof EmbeddableValuedModelPart embedded) {
            int[] place = {0};
            embedded.getEmbeddableTypeDescriptor().forEachAttributeMapping(attribute -> {
                places.put(attribute.getAttributeName(), place[0]);
                place[0] += attribute.getJdbcTypeCount();
            });
        }
        boolean isEmbedded = type.getIdentifierMapping().getNature() == Nature.COMPOSITE;
        List<Integer> order = new ArrayList<>();
        for (List<String> path : paths) {
            Integer place = places.get(path.get(isEmbedded && path.size() > 1 ? 1 : 0));
            if (place == null) place = places.get(path.get(0));
            if (place == null) return List.of();
            order.add(place);
        }
        return order;
    }

    private void walk(AttributeMapping attribute, List<String> before, Id id) {
        List<String> path = Stream.concat(before.stream(), Stream.of(attribute.getAttributeName()))
                .toList();
        if (attribute instanceof PluralAttributeMapping collection) {
            if (collection.getCollectionDescriptor().isInverse()) return;
            ForeignKeyDescriptor key = collection.getKeyDescriptor();
            boolean isToId = columns(key::visitTargetSelectables).equals(id.columns());
            tables.parts(key.getKeyTable(), isToId ? id.ordered(columns(key::visitKeySelectables)) : List.of(), path);
        } else if (attribute instanceof EmbeddableValuedModelPart embedded) {
            embedded.getEmbeddableTypeDescriptor().forEachAttributeMapping(part -> walk(part, path, id));
        } else {
            ModelPart part = attribute;
            part.forEachSelectable((index, selectable) -> {
                if (!selectable.isFormula())
                    tables.column(selectable.getContainingTableExpression(), selectable.getSelectionExpression(), path);
            });
        }
    }

    private static List<String> columns(Consumer<SelectableConsumer> visitor) {
        List<String> columns = new ArrayList<>();
        visitor.accept((index, selectable) -> columns.add(selectable.getSelectionExpression()));
        return columns;
    }
}
