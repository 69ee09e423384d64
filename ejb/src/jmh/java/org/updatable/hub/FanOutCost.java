package org.updatable.hub;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.updatable.bench.ComparedTo;
import org.updatable.change.Row;

/** One commit told to a thousand pages that show the same, from the hub through the outboxes to the transports. */
public class FanOutCost {
    private static final int PAGES = 1000;
    private static final int FIELDS = 50;
    private static final Row ROW = new Row("post", "1");

    /** A thousand pages that show as many fields of a row, each of them all. */
    private static final class Pages {
        private final List<String> properties;
        private final Crowd crowd;
        private final List<InstantTransport> looped =
                Stream.generate(InstantTransport::new).limit(PAGES).toList();
        private long commits;
        private long told;

        Pages(int fields) {
            properties = IntStream.range(0, fields)
                    .mapToObj(field -> "field" + field)
                    .toList();
            Set<String> groups =
                    properties.stream().map(property -> "post-1-" + property).collect(Collectors.toSet());
            crowd = new Crowd(PAGES, page -> groups);
        }

        void tell() {
            told++;
            crowd.accept(Crowd.commit(ROW, properties, next()));
        }

        /** What a loop sends: a text for each field, one after the other. */
        void loop() {
            String value = next();
            List<Frame> frames = properties.stream()
                    .map(property -> new Frame("{\"type\":\"update_value\",\"path\":\"post-1-" + property
                            + "\",\"value\":\"" + value + "\"}"))
                    .toList();
            for (Frame frame : frames) {
                for (Transport transport : looped) {
                    var unused = transport.send(frame);
                }
            }
        }

        void check() {
            crowd.check(told * PAGES);
        }

        private String next() {
            return "A text, number " + commits++;
        }
    }

    /** They show one field. */
    @State(Scope.Benchmark)
    public static class OneField {
        private final Pages pages = new Pages(1);

        @TearDown
        public void check() {
            pages.check();
        }
    }

    /** They show fifty. */
    @State(Scope.Benchmark)
    public static class FiftyFields {
        private final Pages pages = new Pages(FIELDS);

        @TearDown
        public void check() {
            pages.check();
        }
    }

    @Benchmark
    @OperationsPerInvocation(PAGES)
    @ComparedTo(
            value = "oneLooped",
            what = "a commit of one field told to 1,000 connections, each",
            with = "a loop over 1,000 transports that sends a prepared text")
    public void one(OneField one) {
        one.pages.tell();
    }

    @Benchmark
    @OperationsPerInvocation(PAGES)
    public void oneLooped(OneField one) {
        one.pages.loop();
    }

    @Benchmark
    @OperationsPerInvocation(PAGES * FIELDS)
    @ComparedTo(
            value = "fiftyLooped",
            what = "a commit of 50 fields told to 1,000 connections, each update",
            with = "a loop over 1,000 transports that sends each of 50 prepared texts")
    public void fifty(FiftyFields fifty) {
        fifty.pages.tell();
    }

    @Benchmark
    @OperationsPerInvocation(PAGES * FIELDS)
    public void fiftyLooped(FiftyFields fifty) {
        fifty.pages.loop();
    }
}
