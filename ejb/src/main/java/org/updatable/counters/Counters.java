package org.updatable.counters;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Counts, on any thread. */
@ApplicationScoped
public class Counters implements CountersMXBean {
    private final LongAdder commits = new LongAdder();
    private final LongAdder offered = new LongAdder();
    private final LongAdder conflated = new LongAdder();
    private final LongAdder frames = new LongAdder();
    private final LongAdder opened = new LongAdder();
    private final LongAdder closed = new LongAdder();
    private final LongAdder catchUps = new LongAdder();
    private final LongAdder readsToCatchUp = new LongAdder();
    private final LongAdder readsOfChanges = new LongAdder();
    private final LongAdder readsForObservers = new LongAdder();
    private final LongAdder givenUp = new LongAdder();
    private volatile LongSupplier groups = () -> 0;
    private volatile Supplier<Duration> standing = () -> Duration.ZERO;
    private volatile Supplier<String> databases = () -> "";
    private volatile LongSupplier observations = () -> 0;
    private volatile Supplier<Duration> observersStanding = () -> Duration.ZERO;

    /** All are zero. */
    public Counters() {}

    /**
     * What is so now is asked for when somebody wants to know.
     *
     * @param groups how many groups are watched
     * @param standing how long the hub has been at the same thing
     */
    public void follow(LongSupplier groups, Supplier<Duration> standing) {
        this.groups = groups;
        this.standing = standing;
    }

    /**
     * The same of observers.
     *
     * @param observations how many subscriptions there are
     * @param standing how long the same thing is being done for them
     */
    public void followObservers(LongSupplier observations, Supplier<Duration> standing) {
        this.observations = observations;
        observersStanding = standing;
    }

    /**
     * Whether databases are listened to.
     *
     * @param databases says of each how it is; empty when there is none
     */
    public void followDatabases(Supplier<String> databases) {
        this.databases = databases;
    }

    /** A connection is closed because its browser took nothing, or said nothing. */
    public void givenUp() {
        givenUp.increment();
    }

    /** A commit has something to tell. */
    public void commit() {
        commits.increment();
    }

    /**
     * A browser is offered messages.
     *
     * @param messages how many
     * @param conflated how many that waited were replaced by these
     */
    public void offered(int messages, int conflated) {
        offered.add(messages);
        this.conflated.add(conflated);
    }

    /** A frame is sent. */
    public void frame() {
        frames.increment();
    }

    /** A connection was opened. */
    public void opened() {
        opened.increment();
    }

    /** A connection was closed. */
    public void closed() {
        closed.increment();
    }

    /**
     * Browsers were told what they had missed.
     *
     * @param browsers how many
     */
    public void caughtUp(int browsers) {
        catchUps.add(browsers);
    }

    /** Rows are read for who joins. */
    public void readsToCatchUp() {
        readsToCatchUp.increment();
    }

    /** Rows are read because they have changed. */
    public void readsChanges() {
        readsOfChanges.increment();
    }

    /** Rows are read for observers because they have changed. */
    public void readsForObservers() {
        readsForObservers.increment();
    }

    @Override
    public long getCommits() {
        return commits.sum();
    }

    @Override
    public long getOffered() {
        return offered.sum();
    }

    @Override
    public long getConflated() {
        return conflated.sum();
    }

    @Override
    public long getFrames() {
        return frames.sum();
    }

    @Override
    public long getOpened() {
        return opened.sum();
    }

    @Override
    public long getOpen() {
        return Math.max(0, opened.sum() - closed.sum());
    }

    @Override
    public long getCatchUps() {
        return catchUps.sum();
    }

    @Override
    public long getReadsToCatchUp() {
        return readsToCatchUp.sum();
    }

    @Override
    public long getReadsOfChanges() {
        return readsOfChanges.sum();
    }

    @Override
    public long getReadsForObservers() {
        return readsForObservers.sum();
    }

    @Override
    public long getGivenUp() {
        return givenUp.sum();
    }

    @Override
    public long getGroups() {
        return groups.getAsLong();
    }

    @Override
    public long getObservations() {
        return observations.getAsLong();
    }

    @Override
    public String getDatabases() {
        return databases.get();
    }

    @Override
    public long getStandingSeconds() {
        return Math.max(standing.get().toSeconds(), observersStanding.get().toSeconds());
    }

    @Override
    public long getFailures() {
        return Failures.count();
    }
}
