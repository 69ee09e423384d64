package org.updatable.capture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.updatable.capture.LiveTable.Holds;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveProperty;

/** Collects the tables of one live entity while a provider's mapping is walked through. */
public final class LiveTables {
    private static final String ANY_COLUMN = "";

    private final LiveEntity entity;
    private final Map<List<Object>, LiveTable> tables = new LinkedHashMap<>();

    /** @param entity whose tables they are */
    public LiveTables(LiveEntity entity) {
        this.entity = entity;
    }

    /**
     * A table has a row for each of the entity, or for some.
     *
     * @param table its name, as SQL writes it
     * @param holds whether for each
     * @param key the columns of the id
     */
    public void rows(String table, Holds holds, List<String> key) {
        tables.putIfAbsent(
                List.of(table, holds), new LiveTable(entity, table, List.copyOf(key), holds, new LinkedHashMap<>()));
    }

    /**
     * A column of such a table holds an attribute.
     *
     * @param table its name, as SQL writes it
     * @param column its name, as SQL writes it
     * @param path the names that lead from the entity to the attribute
     */
    public void column(String table, String column, List<String> path) {
        Set<String> fields = fields(path);
        if (fields.isEmpty()) return;
        tables.values().stream()
                .filter(known -> known.name().equals(table) && known.holds() != Holds.PARTS)
                .forEach(known -> known.fields()
                        .computeIfAbsent(column, first -> new TreeSet<>())
                        .addAll(fields));
    }

    /**
     * A table holds a collection.
     *
     * @param table its name, as SQL writes it
     * @param key the columns of the id of the row that has it; none where they refer to something else of it
     * @param path the names that lead from the entity to the collection
     */
    public void parts(String table, List<String> key, List<String> path) {
        Set<String> fields = fields(path);
        if (fields.isEmpty()) return;
        tables.computeIfAbsent(
                        List.of(table, Holds.PARTS, key),
                        first -> new LiveTable(entity, table, List.copyOf(key), Holds.PARTS, new LinkedHashMap<>()))
                .fields()
                .computeIfAbsent(ANY_COLUMN, first -> new TreeSet<>())
                .addAll(fields);
    }

    /**
     * What was collected.
     *
     * @return those first that hold whole rows
     */
    public List<LiveTable> all() {
        return new ArrayList<>(tables.values());
    }

    /** The version is shown, too, and everything that has a part in it, or is a part of it. */
    private Set<String> fields(List<String> path) {
        Set<String> fields = new TreeSet<>();
        for (LiveProperty property : entity.properties().values())
            if (property.kind() != LiveProperty.Kind.DERIVED && areOnOneWay(property.attributes(), path))
                fields.add(property.name());
        entity.shownVersion()
                .map(LiveProperty::name)
                .filter(name -> path.equals(List.of(name)))
                .ifPresent(fields::add);
        return fields;
    }

    private static boolean areOnOneWay(List<String> one, List<String> other) {
        int common = Math.min(one.size(), other.size());
        return one.subList(0, common).equals(other.subList(0, common));
    }
}
