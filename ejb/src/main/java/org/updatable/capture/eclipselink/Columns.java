package org.updatable.capture.eclipselink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.databaseaccess.DatasourcePlatform;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.UnidirectionalOneToManyMapping;
import org.jspecify.annotations.Nullable;
import org.updatable.capture.LiveTable;
import org.updatable.capture.LiveTable.Holds;
import org.updatable.capture.LiveTables;
import org.updatable.model.LiveEntity;

/** Which columns hold what of one live entity, as EclipseLink has mapped it. */
final class Columns {
    private final LiveEntity entity;
    private final DatasourcePlatform platform;
    private final LiveTables tables;

    private Columns(LiveEntity entity, AbstractSession session) {
        this.entity = entity;
        platform = (DatasourcePlatform) session.getDatasourcePlatform();
        tables = new LiveTables(entity);
    }

    /** The tables of a live entity. */
    static List<LiveTable> of(LiveEntity entity, AbstractSession session) {
        Columns columns = new Columns(entity, session);
        Collection<ClassDescriptor> descriptors = session.getDescriptors().values();
        descriptors.stream()
                .filter(descriptor -> !descriptor.isAggregateDescriptor()
                        && entity.javaType().isAssignableFrom(descriptor.getJavaClass()))
                .forEach(columns::add);
        return columns.tables.all();
    }

    private void add(ClassDescriptor descriptor) {
        List<DatabaseTable> own =
                Mapping.<DatabaseTable>all("getTables", descriptor).toList();
        List<DatabaseField> id = id(descriptor);
        if (own.isEmpty() || id.isEmpty()) return;
        tables.rows(name(own.get(0)), Holds.ROWS, names(id));
        Map<DatabaseTable, Map<DatabaseField, DatabaseField>> more = descriptor.getAdditionalTablePrimaryKeyFields();
        for (DatabaseTable table : own.subList(1, own.size())) {
            Map<DatabaseField, DatabaseField> keys = more.getOrDefault(table, Map.of());
            tables.rows(
                    name(table),
                    Holds.MORE_OF_ROWS,
                    names(id.stream()
                            .map(field -> keys.getOrDefault(field, field))
                            .toList()));
        }
        walk(descriptor, List.of(), id);
    }

    /** The columns of the id, in the order of {@link org.updatable.model.LiveId#paths()}; none where one is not a column. */
    private List<DatabaseField> id(ClassDescriptor descriptor) {
        List<DatabaseField> fields = new ArrayList<>();
        for (List<String> path : entity.id().paths()) {
            Optional<DatabaseField> field = field(descriptor, path);
            if (field.isEmpty()) return List.of();
            fields.add(field.get());
        }
        return fields;
    }

    private static Optional<DatabaseField> field(@Nullable ClassDescriptor descriptor, List<String> path) {
        DatabaseMapping mapping = descriptor == null ? null : descriptor.getMappingForAttributeName(path.get(0));
        if (mapping == null) return Optional.empty();
        if (mapping.isAggregateObjectMapping())
            return field(mapping.getReferenceDescriptor(), path.subList(1, path.size()));
        List<DatabaseField> fields =
                Mapping.<DatabaseField>all("getFields", mapping).toList();
        return fields.size() == 1 ? Optional.of(fields.get(0)) : Optional.empty();
    }

    private void walk(@Nullable ClassDescriptor descriptor, List<String> before, List<DatabaseField> id) {
        if (descriptor == null) return;
        Mapping.<DatabaseMapping>all("getMappings", descriptor).forEach(mapping -> {
            List<String> path = Stream.concat(before.stream(), Stream.ofNullable(mapping.getAttributeName()))
                    .toList();
            if (mapping.isAggregateObjectMapping()) walk(mapping.getReferenceDescriptor(), path, id);
            else if (mapping.isCollectionMapping()) collection(mapping, path, id);
            else column(mapping, path, id);
        });
    }

    private void column(DatabaseMapping mapping, List<String> path, List<DatabaseField> id) {
        if (mapping instanceof OneToOneMapping one && one.hasRelationTable()) {
            parts(one.getRelationTable(), one.getRelationTableMechanism(), "getSourceRelationKeyFields", path, id);
            return;
        }
        Mapping.<DatabaseField>all("getFields", mapping)
                .filter(field -> field.getTable() != null)
                .forEach(field -> tables.column(name(field.getTable()), name(field), path));
    }

    private void collection(DatabaseMapping mapping, List<String> path, List<DatabaseField> id) {
        if (mapping instanceof ManyToManyMapping many)
            parts(many.getRelationTable(), many, "getSourceRelationKeyFields", path, id);
        else if (mapping instanceof DirectCollectionMapping values)
            parts(values.getReferenceTable(), values, "getReferenceKeyFields", path, id);
        else if (mapping instanceof AggregateCollectionMapping || mapping instanceof UnidirectionalOneToManyMapping)
            Mapping.<DatabaseTable>all("getTables", mapping.getReferenceDescriptor())
                    .findFirst()
                    .ifPresent(table -> parts(table, mapping, "getTargetForeignKeyFields", path, id));
    }

    /** @param mapping says which columns refer to which of the owner */
    private void parts(
            @Nullable DatabaseTable table,
            Object mapping,
            String referring,
            List<String> path,
            List<DatabaseField> id) {
        if (table == null) return;
        List<DatabaseField> to =
                Mapping.<DatabaseField>all("getSourceKeyFields", mapping).toList();
        List<DatabaseField> from =
                Mapping.<DatabaseField>all(referring, mapping).toList();
        List<String> key = new ArrayList<>();
        for (DatabaseField field : id) {
            int at = to.indexOf(field);
            if (at >= 0 && at < from.size()) key.add(name(from.get(at)));
        }
        tables.parts(name(table), key.size() == id.size() ? key : List.of(), path);
    }

    private String name(DatabaseTable table) {
        return table.getQualifiedNameDelimited(platform);
    }

    private String name(DatabaseField field) {
        return field.getNameDelimited(platform);
    }

    private List<String> names(List<DatabaseField> fields) {
        return fields.stream().map(this::name).toList();
    }
}
