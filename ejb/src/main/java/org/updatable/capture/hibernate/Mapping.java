package org.updatable.capture.hibernate;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.persister.entity.EntityPersister;
import org.updatable.capture.Tables;
import org.updatable.model.LiveEntity;

/** Which tables hold what, as Hibernate has mapped it. */
final class Mapping {
    private Mapping() {}

    /** All tables of a unit, with the live entities that they hold something of. */
    static Tables tables(SessionFactoryImplementor factory, Collection<LiveEntity> entities) {
        Tables tables = new Tables();
        MappingMetamodel model = factory.getRuntimeMetamodels().getMappingMetamodel();
        model.forEachEntityDescriptor(type -> add(tables(type), type, entities, tables));
        model.forEachCollectionDescriptor(collection -> {
            if (!collection.isInverse())
                add(List.of(collection.getCollectionSpaces()), collection.getOwnerEntityPersister(), entities, tables);
        });
        return tables;
    }

    /** The tables of a class and of those below it, without its collections. */
    static List<String> tables(EntityPersister type) {
        return Stream.of(type.getQuerySpaces()).map(Object::toString).toList();
    }

    private static void add(List<String> names, EntityPersister type, Collection<LiveEntity> entities, Tables tables) {
        for (String name : names) {
            tables.add(name);
            for (LiveEntity entity : entities)
                if (entity.javaType().isAssignableFrom(type.getMappedClass())) tables.add(name, entity);
        }
    }
}
