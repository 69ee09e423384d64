package org.updatable.capture.postgres;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.updatable.capture.LiveTable;
import org.updatable.capture.LiveTable.Holds;

/**
 * The SQL of triggers that say what changes in the tables of live entities. One function for each table and entity, called once for
 * each statement, with all rows that it has changed: of a few rows each is said, of many only that something has changed.
 */
final class TriggerScript {
    /** No name that anybody chooses for a trigger of his own. */
    private static final String PREFIX = "updatable:";

    /** Whatever the mapping was when they were made. */
    private static final String REMOVAL = """
            do $updatable$
            declare
              ours record;
            begin
              for ours in
                select tgname as name, tgrelid::pg_catalog.regclass as "table" from pg_catalog.pg_trigger
                where tgname like 'updatable:%%' and not tgisinternal
                  and tgfoid not in (select oid from pg_catalog.pg_proc where proname = any (array[%1$s]::text[]))
              loop
                execute pg_catalog.format('drop trigger %%I on %%s', ours.name, ours."table");
              end loop;
              for ours in
                select oid::pg_catalog.regprocedure as name from pg_catalog.pg_proc
                where proname like 'updatable:%%' and proname <> all (array[%1$s]::text[])
              loop
                execute pg_catalog.format('drop function %%s', ours.name);
              end loop;
            end
            $updatable$;
            """;

    /** Of a statement that changes more rows only that is said: who shows some reads those. */
    private static final int MOST_ROWS = 100;

    /** PostgreSQL takes less than 8000 bytes, and refuses the statement that says more. */
    private static final int MOST_BYTES = 7500;

    /** Of a name. */
    private static final int MOST_LETTERS = 63;

    private static final String FUNCTION = """
            create or replace function %1$s() returns trigger language plpgsql as $updatable$
            declare
              changed record;
              payload text;
              many boolean := false;
            begin
              -- one after the other: a trigger has only the rows that its own event leaves
              if tg_op = 'TRUNCATE' then
                many := true;
              elsif tg_op = 'DELETE' then
                many := (select count(*) > %2$d from (select 1 from rows_before limit %2$d + 1) as few);
              else
                many := (select count(*) > %2$d from (select 1 from rows_after limit %2$d + 1) as few);
              end if;
              if many then
                perform pg_catalog.pg_notify(%3$s, pg_catalog.jsonb_build_object(
                  'event', 'touched', 'model', %4$s, 'tx', pg_catalog.txid_current()::text)::text);
              elsif tg_op = 'INSERT' then
                for changed in %5$s loop
                  %8$s
                end loop;
              elsif tg_op = 'UPDATE' then
                for changed in %6$s loop
                  %8$s
                end loop;
              elsif tg_op = 'DELETE' then
                for changed in %7$s loop
                  %8$s
                end loop;
              end if;
              return null;
            end
            $updatable$;
            """;

    private static final String SAY = """
            payload := (pg_catalog.jsonb_build_object('pk', changed.pk, 'model', %2$s,
                    'tx', pg_catalog.txid_current()::text) || changed.what)::text;
                  if pg_catalog.octet_length(payload) > %3$d then
                    payload := pg_catalog.jsonb_build_object(
                      'event', 'touched', 'model', %2$s, 'tx', pg_catalog.txid_current()::text)::text;
                  end if;
                  perform pg_catalog.pg_notify(%1$s, payload);""";

    private static final String DIFFERING = """
            select c.pk, pg_catalog.jsonb_build_object('event', 'save', 'fields', pg_catalog.to_jsonb(c.fields)) as what
                    from (select %1$s as pk, %2$s as fields from rows_after as r join rows_before as other on %3$s) as c
                    where pg_catalog.cardinality(c.fields) > 0""";

    private static final String TRIGGERS = """
            create or replace trigger %1$s after insert on %5$s
              referencing new table as rows_after for each statement execute function %6$s();
            create or replace trigger %2$s after update on %5$s
              referencing old table as rows_before new table as rows_after for each statement execute function %6$s();
            create or replace trigger %3$s after delete on %5$s
              referencing old table as rows_before for each statement execute function %6$s();
            create or replace trigger %4$s after truncate on %5$s
              for each statement execute function %6$s();
            """;

    private TriggerScript() {}

    /** What installs the triggers of these tables, and removes others that there may be of ours. */
    static String of(Collection<LiveTable> tables) {
        Map<String, String> functions = new TreeMap<>();
        for (LiveTable table : tables) functions.putIfAbsent(name(table), of(table));
        return String.join("\n", functions.values()) + '\n' + REMOVAL.formatted(literals(functions.keySet()));
    }

    /** What removes them all. */
    static String removal() {
        return REMOVAL.formatted("");
    }

    private static String of(LiveTable table) {
        String channel = literal(table.entity().channel());
        String model = literal(table.entity().javaType().getSimpleName());
        String function = schema(table.name()) + quoted(name(table));
        return FUNCTION.formatted(
                        function,
                        table.key().isEmpty() ? 0 : MOST_ROWS,
                        channel,
                        model,
                        inserted(table, "true"),
                        updated(table),
                        deleted(table, "true"),
                        SAY.formatted(channel, model, MOST_BYTES))
                + TRIGGERS.formatted(
                        quoted(name(table, "insert")),
                        quoted(name(table, "update")),
                        quoted(name(table, "delete")),
                        quoted(name(table, "truncate")),
                        table.name(),
                        function);
    }

    private static String inserted(LiveTable table, String condition) {
        return changes(
                table,
                table.holds() == Holds.ROWS ? "'event', 'save', 'created', true" : saved(table),
                "rows_after",
                condition);
    }

    private static String deleted(LiveTable table, String condition) {
        return changes(
                table, table.holds() == Holds.ROWS ? "'event', 'delete'" : saved(table), "rows_before", condition);
    }

    /** Where a key has another value, the old row is gone, and there is a new one. */
    private static String updated(LiveTable table) {
        if (table.holds() == Holds.PARTS) return inserted(table, "true") + "\n    union " + deleted(table, "true");
        String same = each(table, "other.%1$s = r.%1$s");
        return DIFFERING.formatted(pk(table), differing(table), same)
                + "\n    union all "
                + deleted(table, "not exists (select 1 from rows_after as other where " + same + ")")
                + "\n    union all "
                + inserted(table, "not exists (select 1 from rows_before as other where " + same + ")");
    }

    /** By the bytes that are stored: not every type can be compared otherwise, and 1.0 is shown unlike 1.00. */
    private static String differing(LiveTable table) {
        return table.fields().entrySet().stream()
                .map(column ->
                        "case when pg_catalog.record_image_ne(row(other.%1$s), row(r.%1$s)) then array[%2$s]::text[] end"
                                .formatted(column.getKey(), literals(column.getValue())))
                .collect(Collectors.joining(" || ", "array[]::text[] || ", ""))
                .replaceFirst(" \\|\\| $", "");
    }

    private static String changes(LiveTable table, String what, String rows, String condition) {
        String complete = each(table, "r.%s is not null");
        return "select distinct %s as pk, pg_catalog.jsonb_build_object(%s) as what from %s as r where %s and %s"
                .formatted(pk(table), what, rows, complete, condition);
    }

    /** A condition for each column of the key. */
    private static String each(LiveTable table, String condition) {
        return Stream.concat(Stream.of("true"), table.key().stream().map(condition::formatted))
                .collect(Collectors.joining(" and "));
    }

    /** The key as JSON: one value, or a list of several. */
    private static String pk(LiveTable table) {
        String columns = table.key().stream().map(column -> "r." + column).collect(Collectors.joining(", "));
        return "pg_catalog.%s(%s)".formatted(table.key().size() == 1 ? "to_jsonb" : "jsonb_build_array", columns);
    }

    private static String saved(LiveTable table) {
        Set<String> fields =
                table.fields().values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        return "'event', 'save', 'fields', pg_catalog.to_jsonb(array[" + literals(fields) + "]::text[])";
    }

    private static String literals(Collection<String> texts) {
        return texts.stream().map(TriggerScript::literal).collect(Collectors.joining(", "));
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /**
     * What its function, and its triggers, are called; with a number that is always the same where that is too long. Two names in
     * quotes may differ in capitals only, or in a quote.
     */
    private static String name(LiveTable table, String... more) {
        List<String> parts = new ArrayList<>(List.of(table.entity().namespace(), table.name()));
        if (table.holds() == Holds.PARTS) parts.addAll(table.key());
        parts.addAll(List.of(more));
        String name = String.join(":", parts);
        if (!name.contains("\"")) name = name.toLowerCase(Locale.ROOT);
        if (name.getBytes(StandardCharsets.UTF_8).length > MOST_LETTERS - PREFIX.length())
            name = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        return PREFIX + name;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** That of a table, with its dot, where its name has one. */
    private static String schema(String table) {
        int quotes = 0;
        for (int place = table.length() - 1; place >= 0; place--) {
            if (table.charAt(place) == '"') quotes++;
            if (table.charAt(place) == '.' && quotes % 2 == 0) return table.substring(0, place + 1);
        }
        return "";
    }
}
