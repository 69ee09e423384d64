package org.updatable.it.readers;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.updatable.it.Server;

/** Some programs that observe what the pages show. They come back whenever they have lost their connection. */
public final class Watchers implements AutoCloseable {
    private static final int LONGEST_AWAY = 800;
    private static final int SHORTEST_STAY = 300;
    private static final int LONGEST_STAY = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<String> FIELDS = Set.of("a", "b", "c", "sum", "rank", "hits", "hot", "marks");

    private final HttpClient http = Server.http().connectTimeout(PATIENCE).build();
    private final ScheduledExecutorService life = Executors.newScheduledThreadPool(2);
    private final List<Watcher> watchers = new ArrayList<>();
    private final Supplier<URI> address;
    private volatile boolean calm;

    /** @param address where the application is now, with a slash at its end */
    public Watchers(Supplier<URI> address) {
        this.address = address;
    }

    /** Some come, and stay. */
    public void come(int many) {
        for (int i = 0; i < many; i++) {
            Watcher watcher = new Watcher();
            watchers.add(watcher);
            life.execute(() -> lives(watcher));
        }
    }

    /** From now on, nobody loses its connection by itself. */
    public void calm() {
        calm = true;
    }

    /** Whether everybody has been there. */
    public boolean haveCome() {
        return watchers.stream().allMatch(Watcher::hasCome);
    }

    /** Whether everybody has seen everything. */
    public boolean areReady() {
        return watchers.stream().allMatch(Watcher::isReady);
    }

    /** How often somebody was told something that was older than what it had been told. */
    public List<String> wentBack() {
        return watchers.stream().flatMap(watcher -> watcher.wentBack().stream()).toList();
    }

    /** What somebody was told of a row that never was so. */
    public List<String> torn() {
        return watchers.stream().flatMap(watcher -> watcher.torn().stream()).toList();
    }

    /** What somebody was told and is not so. */
    public List<String> wrong(Map<String, String> now) {
        Set<String> groups = now.keySet().stream()
                .filter(group -> FIELDS.contains(group.substring(group.lastIndexOf('-') + 1)))
                .collect(Collectors.toSet());
        return watchers.stream()
                .flatMap(watcher -> watcher.wrong(groups, group -> Truth.of(group, now)).stream())
                .toList();
    }

    @Override
    public void close() {
        life.shutdownNow();
        watchers.forEach(Watcher::loses);
    }

    private void lives(Watcher watcher) {
        int next = SHORTEST_STAY;
        try {
            ThreadLocalRandom dice = ThreadLocalRandom.current();
            if (!watcher.isConnected()) {
                URI models = address.get().resolve("updates/guarded");
                WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(PATIENCE);
                watcher.connected(
                        builder.buildAsync(URI.create(models.toString().replaceFirst("http", "ws")), watcher.ear())
                                .join());
                next = dice.nextInt(SHORTEST_STAY, LONGEST_STAY);
            } else if (!calm) {
                watcher.loses();
                next = dice.nextInt(LONGEST_AWAY);
            }
        } catch (CompletionException serverIsAway) {
            next = SHORTEST_STAY;
        }
        if (life.isShutdown()) return;
        var unused = life.schedule(() -> lives(watcher), next, TimeUnit.MILLISECONDS);
    }
}
