package org.updatable.access;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;

/**
 * Says in the log who was refused, once for each. Anybody can be refused under as many names as they like, so there is an
 * end to it: those who come later are only seen at debug level.
 */
public final class Refusals {
    private static final Logger LOG = System.getLogger("org.updatable");
    private static final int MOST_NAMES = 100;
    private static final int MOST_CHARACTERS = 200;

    private final Set<String> named = new HashSet<>();

    /** Nobody was refused yet. */
    public Refusals() {}

    /**
     * Somebody was refused.
     *
     * @param sentence says who, why, and what to set
     */
    public void say(String sentence) {
        LOG.log(isNew(sentence) ? Level.WARNING : Level.DEBUG, sentence);
    }

    /**
     * What a stranger said, as it may stand in the log.
     *
     * @param said anything
     * @return a short text in one line
     */
    public static String quoted(String said) {
        String line = said.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "..";
    }

    synchronized boolean isNew(String sentence) {
        return named.size() < MOST_NAMES && named.add(sentence);
    }
}
