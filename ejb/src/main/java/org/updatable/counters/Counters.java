package org.updatable.counters;

import java.util.concurrent.atomic.LongAdder;

/** Counts, on any thread. */
public final class Counters implements CountersMXBean {
    private final LongAdder commits = new LongAdder();
    private final LongAdder offered = new LongAdder();
    private final LongAdder conflated = new LongAdder();
    private final LongAdder frames = new LongAdder();
    private final LongAdder opened = new LongAdder();
    private final LongAdder closed = new LongAdder();
    private final LongAdder catchUps = new LongAdder();
    private final LongAdder readsToCatchUp = new LongAdder();
    private final LongAdder readsOfChanges = new LongAdder();

    /** All are zero. */
    public Counters() {}

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
    public long getFailures() {
        return Failures.count();
    }
}
