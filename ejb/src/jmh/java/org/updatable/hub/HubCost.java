package org.updatable.hub;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.updatable.bench.ComparedTo;
import org.updatable.change.Commit;
import org.updatable.change.Row;
import org.updatable.message.Update;
import org.updatable.message.Wire;

/** Who among ten thousand watches what a commit has changed: one of them, or nobody. */
@State(Scope.Benchmark)
public class HubCost {
    private static final int GROUPS = 10_000;
    private static final Row WATCHED = new Row("post", "4711");
    private static final String GROUP = "post-4711-title";
    private static final List<String> TITLE = List.of("title");

    private final Crowd crowd = new Crowd(GROUPS, page -> Set.of(group(page)));
    private final Commit unwatched = Crowd.commit(new Row("post", "nobody"), TITLE, "new");
    private final Map<String, Transport> byGroup = new ConcurrentHashMap<>();
    private long commits;
    private long told;

    @Setup
    public void join() {
        for (int page = 0; page < GROUPS; page++) byGroup.put(group(page), new InstantTransport());
    }

    @TearDown
    public void check() {
        crowd.check(told);
    }

    @Benchmark
    @ComparedTo(
            value = "oneFound",
            what = "hub: a commit of a field that one of 10,000 groups shows, up to the transport",
            with = "a map, an update written, and sent")
    public void one() {
        told++;
        crowd.accept(Crowd.commit(WATCHED, TITLE, next()));
    }

    @Benchmark
    public Commit oneFound() {
        String value = next();
        Transport transport = Objects.requireNonNull(byGroup.get(GROUP));
        var unused = transport.send(new Frame(Wire.write(Update.value(GROUP, value))));
        return Crowd.commit(WATCHED, TITLE, value);
    }

    @Benchmark
    @ComparedTo(
            value = "nobodyFound",
            what = "hub: a commit of a field that nobody watches",
            with = "a map that does not have its group")
    public void nobody() {
        crowd.accept(unwatched);
    }

    @Benchmark
    public boolean nobodyFound() {
        return byGroup.containsKey("post-nobody-title");
    }

    private String next() {
        return "A title, number " + commits++;
    }

    private static String group(int page) {
        return "post-" + page + "-title";
    }
}
