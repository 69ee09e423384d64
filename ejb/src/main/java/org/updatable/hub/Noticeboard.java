package org.updatable.hub;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.updatable.Notification;
import org.updatable.change.Commit;
import org.updatable.channel.Announcer;
import org.updatable.channel.Channels;
import org.updatable.channel.Numbers;
import org.updatable.counters.Failures;

/**
 * Knows which connection watches which channel, and tells it what is announced there, and when its page has missed something.
 */
final class Noticeboard {
    /** Of what one commit announces on a channel, a browser is told so much; of more, only that something has happened. */
    private static final int MOST_AT_ONCE = 100;

    /**
     * So often those who watch a channel may come in a second, all together, for what it is about: on average, since each takes a
     * random moment, and so hardly ever more than 50 times. With 30, it was up to 57 times.
     */
    private static final int FETCHES_A_SECOND = 24;

    private final Announcer announcer;
    private final Numbers numbers;
    private final Executor lane;
    private final Executor beans;

    private final Map<String, Watchers> watching = new ConcurrentHashMap<>();
    private final Map<Connection, Set<String>> channels = new ConcurrentHashMap<>();

    /**
     * Nobody watches anything yet.
     *
     * @param announcer says what commits mean
     * @param numbers counts them
     * @param lane does one thing after the other
     * @param beans lets the application's beans hear, which may take long
     */
    Noticeboard(Announcer announcer, Numbers numbers, Executor lane, Executor beans) {
        this.announcer = announcer;
        this.numbers = numbers;
        this.lane = lane;
        this.beans = beans;
    }

    /** A connection has come; it watches nothing yet. */
    void opened(Connection connection) {
        channels.put(connection, Set.of());
    }

    /**
     * An open connection watches a channel from now on.
     *
     * @param digest with which number its page was rendered; null for one that has shown nothing
     */
    void join(Connection connection, String channel, @Nullable String digest) {
        if (channels.computeIfPresent(connection, (open, all) -> with(channel, all)) == null) return;
        announcer.isWatched(channel);
        watching.compute(channel, (name, watchers) -> {
            Watchers more = watchers == null ? new Watchers() : watchers;
            more.add(connection);
            return more;
        });
        if (digest != null && numbers.isMissed(channel, digest))
            connection.offer(
                    Batch.of(List.of(Notice.of(Channels.touched(channel), numbers.digest(), spread(channel)))));
    }

    /** A connection no longer watches a channel. */
    void leave(Connection connection, String channel) {
        watching.computeIfPresent(channel, (name, watchers) -> {
            watchers.remove(connection);
            return watchers.isEmpty() ? null : watchers;
        });
        channels.computeIfPresent(connection, (open, all) -> {
            if (!all.isEmpty()) all.remove(channel);
            return all;
        });
    }

    /** Most connections watch none: for them nothing is kept. */
    private static Set<String> with(String channel, Set<String> channels) {
        Set<String> more = channels.isEmpty() ? new HashSet<>() : channels;
        more.add(channel);
        return more;
    }

    /** A connection has gone, and watches nothing any more. */
    void closed(Connection connection) {
        Set<String> all = channels.remove(connection);
        if (all != null) all.forEach(channel -> leave(connection, channel));
    }

    /** Takes a commit. Does not wait, and takes no thread for what nobody watches. */
    void accept(Commit commit) {
        Set<String> concerned = announcer.concerned(commit);
        if (concerned.isEmpty()) return;
        String digest = numbers.count(concerned);
        if (concerned.stream().anyMatch(watching::containsKey)) lane.execute(() -> deliver(commit, concerned, digest));
        List<String> heard = concerned.stream().filter(announcer::isHeard).toList();
        if (!heard.isEmpty())
            beans.execute(() -> heard.forEach(
                    channel -> announcer.announced(commit, channel).forEach(announcer::tell)));
    }

    /** Many who render something again at once would be a storm for the server. */
    private long spread(String channel) {
        Watchers watchers = watching.get(channel);
        int coming = watchers == null ? 0 : watchers.size();
        return coming <= FETCHES_A_SECOND ? 0 : coming * 1_000L / FETCHES_A_SECOND;
    }

    /** Each connection is offered all of a commit at once. */
    private void deliver(Commit commit, Set<String> concerned, String digest) {
        Deliveries deliveries = new Deliveries(Integer.MAX_VALUE);
        for (String channel : concerned) {
            Watchers watchers = watching.get(channel);
            if (watchers == null) continue;
            List<Connection> all = watchers.all();
            notices(commit, channel, digest, spread(channel)).forEach(notice -> deliveries.add(notice, all));
        }
        deliveries.offer();
    }

    private List<Delivery> notices(Commit commit, String channel, String digest, long spread) {
        try {
            List<Notification> announced = announcer.announced(commit, channel);
            if (announced.size() <= MOST_AT_ONCE)
                return announced.stream()
                        .<Delivery>map(notification -> Notice.of(notification, digest, spread))
                        .toList();
        } catch (RuntimeException failure) {
            Failures.report("What happened on a channel could not be told; who watches it reads.", failure);
        }
        return List.of(Notice.of(Channels.touched(channel), digest, spread));
    }
}
