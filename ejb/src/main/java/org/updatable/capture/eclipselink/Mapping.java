package org.updatable.capture.eclipselink;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.UnidirectionalOneToManyMapping;
import org.jspecify.annotations.Nullable;
import org.updatable.capture.Tables;
import org.updatable.model.LiveEntity;

/** Which tables hold what, as EclipseLink has mapped it. */
final class Mapping {
    private Mapping() {}

    /** All tables of a session, with the live entities that they hold something of. */
    static Tables tables(AbstractSession session, Collection<LiveEntity> entities) {
        Tables tables = new Tables();
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            List<String> names = Stream.concat(
                            names(descriptor), owned(descriptor).map(Mapping::name))
                    .toList();
            names.forEach(tables::add);
            for (LiveEntity entity : entities)
                if (entity.javaType().isAssignableFrom(descriptor.getJavaClass()))
                    names.forEach(name -> tables.add(name, entity));
        }
        return tables;
    }

    /** The tables of a class and of those below it, without its collections. */
    static List<String> tables(ClassDescriptor descriptor) {
        Stream<ClassDescriptor> below = descriptor.hasInheritance()
                ? descriptor.getInheritancePolicy().getAllChildDescriptors().stream()
                : Stream.of();
        return Stream.concat(Stream.of(descriptor), below)
                .flatMap(Mapping::names)
                .distinct()
                .toList();
    }

    private static Stream<String> names(ClassDescriptor descriptor) {
        return tablesOf(descriptor).map(Mapping::name);
    }

    private static Stream<DatabaseTable> tablesOf(ClassDescriptor descriptor) {
        return all("getTables", descriptor);
    }

    /** EclipseLink 5 answers a List where 4 answers a Vector: what is compiled with the one does not find the method of the other. */
    @SuppressWarnings("unchecked") // as it is declared in both
    static <T> Stream<T> all(String getter, Object of) {
        try {
            return ((List<T>) of.getClass().getMethod(getter).invoke(of)).stream();
        } catch (ReflectiveOperationException neither) {
            throw new IllegalStateException(
                    "This EclipseLink has no %s.%s().".formatted(of.getClass().getSimpleName(), getter), neither);
        }
    }

    private static String name(DatabaseTable table) {
        return table.shouldUseDelimiters() ? '"' + table.getName() + '"' : table.getQualifiedName();
    }

    /** The tables of collections and references, those of its parts included. */
    private static Stream<DatabaseTable> owned(@Nullable ClassDescriptor descriptor) {
        return descriptor == null
                ? Stream.of()
                : Mapping.<DatabaseMapping>all("getMappings", descriptor).flatMap(Mapping::owned);
    }

    private static Stream<DatabaseTable> owned(DatabaseMapping mapping) {
        if (mapping.isAggregateObjectMapping()) return owned(mapping.getReferenceDescriptor());
        if (mapping instanceof ManyToManyMapping many) return Stream.of(many.getRelationTable());
        if (mapping instanceof DirectCollectionMapping values) return Stream.of(values.getReferenceTable());
        if (mapping instanceof OneToOneMapping one && one.hasRelationTable()) return Stream.of(one.getRelationTable());
        if (mapping instanceof AggregateCollectionMapping || mapping instanceof UnidirectionalOneToManyMapping)
            return tablesOf(mapping.getReferenceDescriptor());
        return Stream.of();
    }
}
