package org.updatable.it.bench.parts;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import javax.management.JMException;
import javax.management.ObjectName;

/** Transactions on live and on lifeless parts, which are the same but for that: side by side, in random order. */
final class Commits {
    /** How many of each kind there are, from the first id on. */
    static final int PARTS = 100;

    private static final int COUNTED = 20;
    private static final int BLOCKS = 10;
    private static final int FEW = 200;

    /** What is done on other threads after the last commit has ended by then. */
    private static final int AFTERWARDS = 250;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final List<Class<? extends Part>> KINDS = List.of(LivePart.class, LifelessPart.class);
    private static final List<Size> SIZES =
            List.of(new Size(1, 4_000, 8_000), new Size(10, 1_000, 3_000), new Size(100, 200, 600));

    private final EntityManager manager;
    private final UserTransaction transaction;
    private final Statements statements;
    private final Random random = new Random(1);
    private final int pause;
    private int changes;

    /**
     * @param rows that a transaction changes
     * @param warmUp pairs of transactions that are not measured
     * @param measured pairs of transactions
     */
    private record Size(int rows, int warmUp, int measured) {}

    /** @param pause before each transaction that is measured, in milliseconds; there are fewer then */
    Commits(EntityManager manager, UserTransaction transaction, Statements statements, int pause) {
        this.manager = manager;
        this.transaction = transaction;
        this.statements = statements;
        this.pause = pause;
    }

    JsonArray measure() throws Exception {
        JsonArrayBuilder sizes = Json.createArrayBuilder();
        for (Size size : SIZES) sizes.add(measure(pause == 0 ? size : new Size(size.rows(), FEW, FEW)));
        return sizes.build();
    }

    private JsonObject measure(Size size) throws Exception {
        sideBySide(size.rows(), size.warmUp());
        Map<Class<? extends Part>, Times> times = sideBySide(size.rows(), size.measured());
        JsonObjectBuilder result = Json.createObjectBuilder().add("rows", size.rows());
        for (Class<? extends Part> kind : KINDS)
            result.add(
                    kind.getSimpleName(),
                    Json.createObjectBuilder(times.get(kind).summary()).add("statements", counted(kind, size.rows())));
        processorTime(size).forEach((kind, work) -> result.add("cpu " + kind.getSimpleName(), work.all())
                .add("own cpu " + kind.getSimpleName(), work.own()));
        return result.build();
    }

    private Map<Class<? extends Part>, Times> sideBySide(int rows, int pairs) throws Exception {
        Map<Class<? extends Part>, Times> times =
                Map.of(LivePart.class, new Times(pairs), LifelessPart.class, new Times(pairs));
        for (int pair = 0; pair < pairs; pair++) {
            int first = random.nextInt(KINDS.size());
            long[] ids = ids(rows);
            for (int turn = 0; turn < KINDS.size(); turn++) {
                Class<? extends Part> kind = KINDS.get((first + turn) % KINDS.size());
                if (pause > 0) Thread.sleep(pause);
                times.get(kind).add(change(kind, ids));
            }
        }
        return times;
    }

    /**
     * What the processors work for one transaction, in microseconds.
     *
     * @param all for the whole process, on whichever thread
     * @param own on the thread that commits
     */
    private record Work(double all, double own) {
        Work and(Work more) {
            return new Work(all + more.all, own + more.own);
        }

        Work each(int count) {
            return new Work(all / count, own / count);
        }
    }

    /** Blocks of each kind, by turns. */
    private Map<Class<? extends Part>, Work> processorTime(Size size) throws Exception {
        int some = size.measured() / BLOCKS;
        Map<Class<? extends Part>, Work> work = new HashMap<>();
        for (int block = 0; block < BLOCKS; block++)
            for (int turn = 0; turn < KINDS.size(); turn++) {
                Class<? extends Part> kind = KINDS.get((block + turn) % KINDS.size());
                work.merge(kind, block(kind, size.rows(), some), Work::and);
            }
        work.replaceAll((kind, sum) -> sum.each(some * BLOCKS));
        return work;
    }

    private Work block(Class<? extends Part> kind, int rows, int some) throws Exception {
        long before = processorTime();
        long own = 0;
        for (int time = 0; time < some; time++) {
            if (pause > 0) Thread.sleep(pause);
            long begin = THREADS.getCurrentThreadCpuTime();
            change(kind, ids(rows));
            own += THREADS.getCurrentThreadCpuTime() - begin;
        }
        Thread.sleep(AFTERWARDS);
        return new Work((processorTime() - before) / 1e3, own / 1e3);
    }

    private JsonObject counted(Class<? extends Part> kind, int rows) throws Exception {
        Thread.sleep(AFTERWARDS);
        statements.count();
        for (int time = 0; time < COUNTED; time++) change(kind, ids(rows));
        Thread.sleep(AFTERWARDS);
        JsonObjectBuilder result = Json.createObjectBuilder();
        statements.counted().forEach((sql, count) -> result.add(sql, (double) count / COUNTED));
        return result.build();
    }

    /** The whole transaction, in nanoseconds. */
    private long change(Class<? extends Part> kind, long... ids) throws Exception {
        int change = ++changes;
        long begin = System.nanoTime();
        transaction.begin();
        for (long id : ids) {
            Part part = manager.find(kind, id);
            part.setName("part " + change);
            part.setStock(change);
        }
        transaction.commit();
        return System.nanoTime() - begin;
    }

    private long[] ids(int count) {
        int first = random.nextInt(PARTS);
        IntFunction<Long> id = at -> 1L + (first + at) % PARTS;
        long[] ids = new long[count];
        for (int at = 0; at < count; at++) ids[at] = id.apply(at);
        return ids;
    }

    /** Not by its interface, which WildFly keeps from applications. */
    private static long processorTime() throws JMException {
        return (Long) ManagementFactory.getPlatformMBeanServer()
                .getAttribute(new ObjectName("java.lang:type=OperatingSystem"), "ProcessCpuTime");
    }
}
