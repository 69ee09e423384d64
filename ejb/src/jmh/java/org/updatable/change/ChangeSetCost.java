package org.updatable.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.updatable.bench.ComparedTo;

/** What a transaction changes of rows with six fields: two differ, and the provider writes the other four again. */
@State(Scope.Benchmark)
public class ChangeSetCost {
    private static final int HUNDRED = 100;

    private final List<Row> rows = IntStream.range(0, HUNDRED)
            .mapToObj(id -> new Row("post", String.valueOf(id)))
            .toList();

    @Benchmark
    @ComparedTo(
            value = "oneCopied",
            what = "change set: a row recorded, and its commit made",
            with = "its six fields put into a `HashMap`")
    public Commit one() {
        ChangeSet changes = new ChangeSet();
        record(changes, rows.get(0));
        return changes.commit("mary");
    }

    @Benchmark
    public Object oneCopied() {
        return copied();
    }

    @Benchmark
    @OperationsPerInvocation(HUNDRED)
    @ComparedTo(
            value = "hundredCopied",
            what = "change set: 100 rows of one commit, each",
            with = "six fields put into a `HashMap` for each row")
    public Commit hundred() {
        ChangeSet changes = new ChangeSet();
        for (Row row : rows) record(changes, row);
        return changes.commit("mary");
    }

    @Benchmark
    @OperationsPerInvocation(HUNDRED)
    public Object hundredCopied() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < HUNDRED; i++) all.add(copied());
        return all;
    }

    private static void record(ChangeSet changes, Row row) {
        RowChange change = changes.row(row, String.class, row.id());
        change.updated("title", "before", "after");
        change.updated("votes", 1L, 2L);
        change.rewritten("author", "Mary");
        change.rewritten("text", "as it was");
        change.rewritten("state", "draft");
        change.rewritten("pages", 3L);
    }

    private static Map<String, Object> copied() {
        Map<String, Object> copy = new HashMap<>();
        copy.put("title", "after");
        copy.put("votes", 2L);
        copy.put("author", "Mary");
        copy.put("text", "as it was");
        copy.put("state", "draft");
        copy.put("pages", 3L);
        return copy;
    }
}
