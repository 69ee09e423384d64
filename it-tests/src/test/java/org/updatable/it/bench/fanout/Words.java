package org.updatable.it.bench.fanout;

/** What each contender tells, in the same words: those of Updatable. */
public final class Words {
    private Words() {}

    /**
     * That a number of a row is another one now.
     *
     * @param row whose
     * @param value the number
     */
    public static String of(long row, int value) {
        return "{\"type\":\"update_value\",\"path\":\"live_part-" + row + "-stock\",\"value\":" + value + "}";
    }
}
