package org.updatable.it.bench.parts;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Map;

/** One statement that changes very many live or lifeless parts: side by side, by turns. */
final class Bulk {
    private static final int PAIRS = 5;

    /** What is read and told on other threads has ended by then. */
    private static final int AFTERWARDS = 500;

    private static final List<Class<? extends Part>> KINDS = List.of(LivePart.class, LifelessPart.class);

    private final EntityManager manager;
    private final UserTransaction transaction;
    private final Statements statements;

    Bulk(EntityManager manager, UserTransaction transaction, Statements statements) {
        this.manager = manager;
        this.transaction = transaction;
        this.statements = statements;
    }

    /**
     * Changes all that there are from some id on.
     *
     * @param from the first id
     * @param stock the first number that is written; each transaction writes a larger one
     */
    JsonObject measure(long from, int stock) throws Exception {
        Map<Class<? extends Part>, Times> times =
                Map.of(LivePart.class, new Times(PAIRS), LifelessPart.class, new Times(PAIRS));
        int next = stock;
        for (Class<? extends Part> kind : KINDS) change(kind, from, next++);
        for (int pair = 0; pair < PAIRS; pair++)
            for (int turn = 0; turn < KINDS.size(); turn++) {
                Class<? extends Part> kind = KINDS.get((pair + turn) % KINDS.size());
                Thread.sleep(AFTERWARDS);
                times.get(kind).add(change(kind, from, next++));
            }
        JsonObjectBuilder result = Json.createObjectBuilder();
        for (Class<? extends Part> kind : KINDS) {
            Thread.sleep(AFTERWARDS);
            statements.count();
            change(kind, from, next++);
            Thread.sleep(AFTERWARDS);
            JsonObjectBuilder counted = Json.createObjectBuilder();
            statements.rows().forEach(counted::add);
            result.add(
                    kind.getSimpleName(),
                    Json.createObjectBuilder(times.get(kind).summary()).add("rows", counted));
        }
        return result.build();
    }

    /** The whole transaction, in nanoseconds. */
    private long change(Class<? extends Part> kind, long from, int stock) throws Exception {
        long begin = System.nanoTime();
        transaction.begin();
        manager.createQuery("UPDATE " + kind.getSimpleName() + " p SET p.stock = :stock WHERE p.id >= :from")
                .setParameter("stock", stock)
                .setParameter("from", from)
                .executeUpdate();
        transaction.commit();
        return System.nanoTime() - begin;
    }
}
