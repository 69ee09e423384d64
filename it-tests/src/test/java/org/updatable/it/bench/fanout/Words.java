package org.updatable.it.bench.fanout;

/** What each contender tells, in the same words: those of Updatable. */
public final class Words {
    private static final String TAIL = " and so on".repeat(100);

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

    /**
     * That the name of a row is another one now: a text of a kilobyte.
     *
     * @param row whose
     * @param value what it begins with
     */
    static String named(long row, int value) {
        return "{\"type\":\"update_value\",\"path\":\"live_part-" + row + "-name\",\"value\":\"" + text(value) + "\"}";
    }

    static String text(int value) {
        return value + TAIL;
    }
}
