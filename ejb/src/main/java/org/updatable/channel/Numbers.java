package org.updatable.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Counts the commits that announce something. A page says with which number it was rendered, so that it is told when it has missed
 * something since.
 */
@ApplicationScoped
public class Numbers {
    /**
     * The attribute of a request that holds the {@link #digest} of its beginning: what a page reads while it is rendered is at least as
     * new.
     */
    public static final String SEEN = "org.updatable.seen";

    /** Of so many channels it is remembered when something was announced last. */
    private static final int MOST_CHANNELS = 10_000;

    /** Numbers of another start, or of another server, mean nothing here. */
    private final String epoch = UUID.randomUUID().toString().substring(0, 8);

    private final Map<String, Long> last = new LinkedHashMap<>();
    private long lastOfOthers;
    private long number;

    /** Made by the container. */
    public Numbers() {}

    /**
     * What a page says that is rendered from what is there now.
     *
     * @return a text without white space
     */
    public synchronized String digest() {
        return digest(number);
    }

    /**
     * Something is announced.
     *
     * @param channels on which
     * @return what a page says that has heard it
     */
    public synchronized String count(Set<String> channels) {
        number++;
        for (String channel : channels) {
            last.remove(channel);
            last.put(channel, number);
        }
        Iterator<Long> eldest = last.values().iterator();
        for (int tooMany = last.size() - MOST_CHANNELS; tooMany > 0; tooMany--) {
            lastOfOthers = eldest.next();
            eldest.remove();
        }
        return digest(number);
    }

    /**
     * Whether something was announced since a page was rendered.
     *
     * @param channel the name of a channel
     * @param digest what the page says
     * @return true also where nobody knows
     */
    public synchronized boolean isMissed(String channel, String digest) {
        if (!digest.startsWith(epoch + '.')) return true;
        try {
            long seen = Long.parseLong(digest.substring(epoch.length() + 1));
            return seen < last.getOrDefault(channel, lastOfOthers);
        } catch (NumberFormatException notOurs) {
            return true;
        }
    }

    private String digest(long of) {
        return epoch + '.' + of;
    }
}
