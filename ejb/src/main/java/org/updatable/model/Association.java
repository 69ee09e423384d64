package org.updatable.model;

import java.util.List;

/**
 * What leads from an entity to other rows.
 *
 * @param target the class of the entity there, as it is declared
 * @param mappedBy the names that lead back from there, where the association is held by those rows; empty where it is not
 * @param order whether the order of those rows counts, which any of their attributes may change
 * @param isMany whether there may be several
 */
record Association(Class<?> target, List<String> mappedBy, boolean order, boolean isMany) {

    /** A foreign key. */
    static Association to(Class<?> target) {
        return new Association(target, List.of(), false, false);
    }
}
