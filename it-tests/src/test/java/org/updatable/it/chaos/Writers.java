package org.updatable.it.chaos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** The transactions. Each reads what is there, thinks for a moment, and writes. */
@ApplicationScoped
@Transactional
public class Writers {
    /** How many rows of each entity there are; their ids begin with 1. */
    public static final int ROWS = 6;

    private static final int MARKS = 9;
    private static final int WAYS = 4;
    private static final int MICROS = 1_000_000;

    @PersistenceContext
    private EntityManager entities;

    /** What the front page shows. */
    public List<Counted> rows() {
        return Stream.of(
                        Guarded.class,
                        Clocked.class,
                        Locked.class,
                        Loose.class,
                        Phoenix.class,
                        Twin.class,
                        Mirror.class,
                        Swept.class)
                .flatMap(
                        type -> entities.createQuery("select r from " + type.getSimpleName() + " r order by r.id", type)
                                .getResultStream())
                .map(Counted.class::cast)
                .toList();
    }

    /** Fails where somebody else was faster. */
    public void guarded() {
        grows(find(Guarded.class, LockModeType.NONE));
    }

    /** The version is a time: it does not always see that somebody else was faster, so that she takes the lock, too. */
    public void clocked() {
        grows(find(Clocked.class, LockModeType.PESSIMISTIC_WRITE));
    }

    public void locked() {
        grows(find(Locked.class, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Several rows, in the order of their ids, so that nobody waits for ever. */
    public void lockedTogether() {
        for (long id = 1; id <= ROWS; id++)
            if (ThreadLocalRandom.current().nextBoolean())
                grows(entities.find(Locked.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public void loose() {
        Loose row = find(Loose.class, LockModeType.NONE);
        think();
        row.set(ThreadLocalRandom.current().nextInt(Counted.FIELDS), now());
    }

    public void marked() {
        Loose row = find(Loose.class, LockModeType.NONE);
        think();
        row.mark(ThreadLocalRandom.current().nextInt(MARKS));
    }

    /** Both as entities, both by a statement, or one of them so and the other one otherwise. */
    public void twins() {
        long id = ThreadLocalRandom.current().nextLong(ROWS / 2) * 2 + 1;
        Twin first = entities.find(Twin.class, id, LockModeType.PESSIMISTIC_WRITE);
        Twin second = entities.find(Twin.class, id + 1, LockModeType.PESSIMISTIC_WRITE);
        long next = first.getA() + 1;
        for (long mirror = id; mirror <= id + 1; mirror++)
            entities.find(Mirror.class, mirror).setAll(next);
        think();
        switch (ThreadLocalRandom.current().nextInt(WAYS)) {
            case 0 -> {
                first.setAll(next);
                second.setAll(next);
            }
            case 1 -> setAll("update Twin t set t.a = ?1, t.b = ?1, t.c = ?1 where t.id in (?2, ?3)", next, id, id + 1);
            case 2 -> {
                first.setAll(next);
                entities.flush();
                sql(next, id + 1);
            }
            default -> {
                sql(next, id);
                sql(next, id + 1);
            }
        }
    }

    private void sql(long value, long id) {
        entities.createNativeQuery("update TWIN set A = ?1, B = ?1, C = ?1 where ID = ?2")
                .setParameter(1, value)
                .setParameter(2, id)
                .executeUpdate();
    }

    private void setAll(String jpql, long value, long first, long second) {
        entities.createQuery(jpql)
                .setParameter(1, value)
                .setParameter(2, first)
                .setParameter(3, second)
                .executeUpdate();
    }

    /** Many rows at once. */
    public void swept() {
        switch (ThreadLocalRandom.current().nextInt(WAYS)) {
            case 0 -> entities.createQuery("update Swept s set s.a = s.a + 1").executeUpdate();
            case 1 ->
                entities.createQuery("update Swept s set s.b = s.b + 1 where s.id <= ?1")
                        .setParameter(1, id())
                        .executeUpdate();
            case 2 -> entities.createNativeQuery("update SWEPT set C = C + 1").executeUpdate();
            default ->
                entities.createNativeQuery("update SWEPT set A = A + 1, B = B + 1 where ID = ?1")
                        .setParameter(1, id())
                        .executeUpdate();
        }
    }

    /** A commit that never is. */
    public void rolledBack() {
        find(Guarded.class, LockModeType.NONE).set(0, -1);
        entities.flush();
        think();
        throw new IllegalStateException("This is rolled back.");
    }

    public void phoenix() {
        long id = id();
        Phoenix row = entities.find(Phoenix.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            row = new Phoenix(id);
            entities.persist(row);
        } else if (ThreadLocalRandom.current().nextBoolean()) {
            entities.remove(row);
            return;
        } else if (ThreadLocalRandom.current().nextBoolean()) {
            entities.detach(row);
            entities.createQuery("delete from Phoenix p where p.id = ?1")
                    .setParameter(1, id)
                    .executeUpdate();
            return;
        }
        row.set(ThreadLocalRandom.current().nextInt(Counted.FIELDS), now());
    }

    private <E> E find(Class<E> type, LockModeType lock) {
        return entities.find(type, id(), lock);
    }

    private static long id() {
        return ThreadLocalRandom.current().nextLong(ROWS) + 1;
    }

    private static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * MICROS + now.getNano() / 1_000;
    }

    private static void grows(Counted row) {
        int field = ThreadLocalRandom.current().nextInt(Counted.FIELDS);
        think();
        row.set(field, row.get(field) + 1);
    }

    private static void think() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(3));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
