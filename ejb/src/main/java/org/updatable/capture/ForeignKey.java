package org.updatable.capture;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the database itself does with the rows of a table when the rows change that they refer to.
 *
 * @param referred the name of the table that is referred to
 * @param referring the name of the table that refers to it
 * @param onDelete what happens when a row that is referred to is deleted
 * @param onUpdate what happens when its key gets another value
 */
record ForeignKey(String referred, String referring, Rule onDelete, Rule onUpdate) {

    /** What happens to the rows that refer to another one. */
    enum Rule {
        /** Nothing: the statement fails if there are any. */
        NONE,
        /** They refer to nothing, or to something else. */
        CHANGES,
        /** They share the other one's fate. */
        CASCADES;

        private static Rule of(int jdbc) {
            return switch (jdbc) {
                case DatabaseMetaData.importedKeyCascade -> CASCADES;
                case DatabaseMetaData.importedKeySetNull, DatabaseMetaData.importedKeySetDefault -> CHANGES;
                default -> NONE;
            };
        }
    }

    /** The keys of a table by which it refers to others, and that do something. */
    static List<ForeignKey> of(DatabaseMetaData database, String catalog, String schema, String table)
            throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        try (ResultSet found = database.getImportedKeys(catalog, schema, table)) {
            while (found.next()) {
                Rule onDelete = Rule.of(found.getShort("DELETE_RULE"));
                Rule onUpdate = Rule.of(found.getShort("UPDATE_RULE"));
                if (onDelete != Rule.NONE || onUpdate != Rule.NONE)
                    keys.add(new ForeignKey(found.getString("PKTABLE_NAME"), table, onDelete, onUpdate));
            }
        }
        return keys;
    }
}
