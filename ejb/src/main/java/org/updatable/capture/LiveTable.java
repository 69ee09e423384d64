package org.updatable.capture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.updatable.model.LiveEntity;

/**
 * A table that holds something of the rows of a live entity. Names are as SQL writes them, in quotes where they need them.
 *
 * @param entity the entity
 * @param name the table's name, with its schema where the mapping says one
 * @param key the columns that hold the id of a row, in the order of {@link org.updatable.model.LiveId#paths()}; none
 *     where the table does not hold it
 * @param holds how it holds the entity's rows
 * @param fields the live properties that each column has a part in
 */
public record LiveTable(
        LiveEntity entity, String name, List<String> key, Holds holds, Map<String, Set<String>> fields) {

    /** How a table holds rows of an entity. */
    public enum Holds {
        /** One row for each: where one is inserted, there is a new one. */
        ROWS,
        /** One row for some of them, of a class below it, or in a table beside. */
        MORE_OF_ROWS,
        /** Any number of rows for each: a collection. */
        PARTS
    }
}
