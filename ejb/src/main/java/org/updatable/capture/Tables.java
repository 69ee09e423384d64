package org.updatable.capture;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.updatable.capture.ForeignKey.Rule;
import org.updatable.counters.Failures;
import org.updatable.model.LiveEntity;

/**
 * The tables of a persistence unit: which live entities a statement may change, by the tables that it names, and by what the
 * database itself changes with their rows. Rather one too many: who shows its rows reads them, and nobody is told what did
 * not change.
 */
public final class Tables {
    /**
     * And names in quotes, which may look as if they had some in them. Possessive: else each letter of a text takes its part of the
     * thread's stack, and the application's statement fails.
     */
    private static final Pattern TEXT_AND_COMMENTS =
            Pattern.compile("((?:\"[^\"]*+\")++)|'(?:[^']|'')*+'|--[^\\n]*+|/\\*.*?\\*/", Pattern.DOTALL);

    /** A name, also in the quotes of one database or another. */
    private static final Pattern NAME =
            Pattern.compile("\"((?:[^\"]|\"\")++)\"|`([^`]+)`|\\[([^]]+)]|([\\p{L}_][\\p{L}\\p{N}_$#]*)");

    /** Of what these statements do, only the database knows. */
    private static final Set<String> CALLS = Set.of("call", "exec", "execute", "begin", "declare", "do");

    private static final Set<String> READS = Set.of("select", "values", "show", "explain");
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "merge");

    /** In statements by which rows may go. */
    private static final Set<String> DELETES = Set.of("delete", "truncate", "merge", "replace", "drop");

    /** In statements by which keys may get other values. */
    private static final Set<String> UPDATES = Set.of("update", "merge", "replace");

    private final Map<String, String> written = new TreeMap<>();
    private final Map<String, Set<LiveEntity>> entities = new HashMap<>();
    private final Map<String, Set<ForeignKey>> keys = new HashMap<>();

    /** Makes one without tables. */
    public Tables() {}

    /**
     * The unit has a table.
     *
     * @param table its name as the mapping says it, with or without a schema and quotes
     */
    public void add(String table) {
        written.putIfAbsent(simple(table), table);
    }

    /**
     * A table holds something of a live entity.
     *
     * @param table its name as the mapping says it, with or without a schema and quotes
     * @param entity the entity
     */
    public void add(String table, LiveEntity entity) {
        add(table);
        entities.computeIfAbsent(simple(table), first -> new LinkedHashSet<>()).add(entity);
    }

    /**
     * Learns what the database does with the rows of the tables by itself. When that cannot be told, it is reported, and
     * taken as nothing.
     *
     * @param database lends a connection
     */
    public void learnForeignKeys(Database database) {
        try {
            database.lend(connection -> {
                for (String table : written.values()) learnForeignKeys(connection, table);
            });
        } catch (SQLException | RuntimeException failure) {
            Failures.report(
                    "The foreign keys could not be read: what the database deletes by itself is not told.", failure);
        }
    }

    private void learnForeignKeys(Connection connection, String table) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        List<String> name = names(table).toList();
        String schema = name.size() > 1 ? name.get(name.size() - 2) : connection.getSchema();
        Set<String> variants = new LinkedHashSet<>();
        for (Function<String, String> stored : stored(database)) variants.add(stored.apply(name.get(name.size() - 1)));
        for (String variant : variants)
            for (ForeignKey key : ForeignKey.of(database, connection.getCatalog(), schema, variant))
                keys.computeIfAbsent(key.referred().toLowerCase(Locale.ROOT), first -> new LinkedHashSet<>())
                        .add(key);
    }

    /** How the database may have stored a name: as it is where it was in quotes. */
    private static List<Function<String, String>> stored(DatabaseMetaData database) throws SQLException {
        Function<String, String> asItIs = name -> name;
        if (database.storesUpperCaseIdentifiers()) return List.of(name -> name.toUpperCase(Locale.ROOT), asItIs);
        if (database.storesLowerCaseIdentifiers()) return List.of(name -> name.toLowerCase(Locale.ROOT), asItIs);
        return List.of(asItIs);
    }

    /**
     * Every live entity that has a table here.
     *
     * @return in no order
     */
    public Set<LiveEntity> all() {
        return union(entities.values().stream());
    }

    /**
     * What a statement may change.
     *
     * @param sql the statement, in any dialect
     * @return the live entities of the tables that it names; none when it only reads; all when it calls a procedure
     */
    public Set<LiveEntity> changedBy(String sql) {
        List<String> words = names(TEXT_AND_COMMENTS.matcher(sql).replaceAll("$1 "))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        String first = words.isEmpty() ? "" : words.get(0);
        if (CALLS.contains(first)) return all();
        if (READS.contains(first)) return Set.of();
        if ("with".equals(first) && words.stream().noneMatch(WRITES::contains)) return Set.of();
        Set<LiveEntity> changed = in(words);
        if (words.stream().anyMatch(DELETES::contains)) changed.addAll(follow(words, ForeignKey::onDelete));
        if (words.stream().anyMatch(UPDATES::contains)) changed.addAll(follow(words, ForeignKey::onUpdate));
        return changed;
    }

    /**
     * What changes with rows of some tables.
     *
     * @param tables their names
     * @param deletes whether rows are deleted
     * @return the live entities that they hold, and what the database changes with them
     */
    public Set<LiveEntity> changedIn(Collection<String> tables, boolean deletes) {
        List<String> names = tables.stream().map(Tables::simple).toList();
        Set<LiveEntity> changed = in(names);
        changed.addAll(follow(names, deletes ? ForeignKey::onDelete : ForeignKey::onUpdate));
        return changed;
    }

    /**
     * What the database changes by itself when rows are deleted.
     *
     * @param tables where they are deleted
     * @return the live entities whose rows it deletes, too, or changes
     */
    public Set<LiveEntity> changedByDeletingFrom(Collection<String> tables) {
        return follow(tables.stream().map(Tables::simple).toList(), ForeignKey::onDelete);
    }

    private Set<LiveEntity> in(Collection<String> names) {
        return union(names.stream().map(name -> entities.getOrDefault(name, Set.of())));
    }

    private Set<LiveEntity> follow(Collection<String> names, Function<ForeignKey, Rule> rule) {
        Set<LiveEntity> changed = new LinkedHashSet<>();
        Set<String> followed = new HashSet<>();
        names.forEach(name -> follow(name, rule, changed, followed));
        return changed;
    }

    private void follow(String table, Function<ForeignKey, Rule> rule, Set<LiveEntity> changed, Set<String> followed) {
        if (!followed.add(table)) return;
        for (ForeignKey key : keys.getOrDefault(table, Set.of())) {
            if (rule.apply(key) == Rule.NONE) continue;
            String referring = key.referring().toLowerCase(Locale.ROOT);
            changed.addAll(entities.getOrDefault(referring, Set.of()));
            if (rule.apply(key) == Rule.CASCADES) follow(referring, rule, changed, followed);
        }
    }

    private static Set<LiveEntity> union(Stream<Set<LiveEntity>> sets) {
        Set<LiveEntity> all = new LinkedHashSet<>();
        sets.forEach(all::addAll);
        return all;
    }

    /** The last part of a name, without quotes: databases disagree about case, and a statement may leave out the schema. */
    private static String simple(String table) {
        return names(table).reduce((before, last) -> last).orElse(table).toLowerCase(Locale.ROOT);
    }

    private static Stream<String> names(String text) {
        return NAME.matcher(text).results().map(Tables::unquoted);
    }

    private static String unquoted(MatchResult name) {
        for (int quotes = 1; quotes < name.groupCount(); quotes++)
            if (name.group(quotes) != null) return name.group(quotes).replace("\"\"", "\"");
        return name.group();
    }
}
