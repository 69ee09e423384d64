package org.updatable.it.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.updatable.it.Server;

/** Many pages that show one region, and render it again as region.ts does: one fetch at a time, spread over what the server says. */
final class Regions implements AutoCloseable {
    private static final int PAUSE = 100;
    private static final Pattern SPREAD = Pattern.compile("\"spread\":(\\d+)");

    private final HttpClient http = Server.http().build();
    private final ExecutorService timer = Executors.newSingleThreadExecutor();
    private final Queue<Long> fetches = new ConcurrentLinkedQueue<>();
    private final List<Page> pages = new ArrayList<>();
    private final List<WebSocket> sockets = new ArrayList<>();
    private final URI address;
    private final boolean spreads;

    /**
     * Opens them.
     *
     * @param spreads whether they heed what the server says of when to come
     */
    Regions(int size, URI address, boolean spreads) throws IOException, InterruptedException {
        this.address = address;
        this.spreads = spreads;
        String html = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
        String frame = new org.updatable.it.bench.Page(html).frames().get(0);
        AtomicInteger ready = new AtomicInteger();
        for (int i = 0; i < size; i++) {
            Page page = new Page(ready);
            WebSocket socket = Server.connect(() ->
                    http.newWebSocketBuilder().subprotocols("updatable.v1").buildAsync(Server.updates("bench"), page));
            socket.sendText(frame, true).join();
            pages.add(page);
            sockets.add(socket);
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> ready.get() >= size);
    }

    /** Waits until each shows this. */
    void untilAllShow(String text) {
        await().atMost(Duration.ofMinutes(2)).until(() -> pages.stream().allMatch(page -> page.shown.contains(text)));
    }

    int fetches() {
        return fetches.size();
    }

    /** In the worst second, wherever it begins. */
    int mostFetchesInASecond() {
        long[] times = fetches.stream().mapToLong(Long::longValue).sorted().toArray();
        int most = 0;
        for (int first = 0, last = 0; last < times.length; last++) {
            while (times[last] - times[first] >= 1_000_000_000L) first++;
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        sockets.forEach(WebSocket::abort);
    }

    private final class Page implements WebSocket.Listener {
        private final AtomicInteger ready;
        private final StringBuilder message = new StringBuilder();
        private volatile String shown = "";
        private boolean isPlanned;
        private boolean isBusy;
        private boolean isAgain;

        Page(AtomicInteger ready) {
            this.ready = ready;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                if (message.indexOf("\"ready\"") >= 0) ready.incrementAndGet();
                if (message.indexOf("\"notify\"") >= 0) announced(message.toString());
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private synchronized void announced(String notification) {
            Matcher spread = SPREAD.matcher(notification);
            long most = spreads && spread.find() ? Long.parseLong(spread.group(1)) : 0;
            if (isBusy) isAgain = true;
            else plan(PAUSE + (long) (ThreadLocalRandom.current().nextDouble() * most));
        }

        private void plan(long millis) {
            if (isPlanned) return;
            isPlanned = true;
            CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, timer)
                    .execute(this::fetch);
        }

        private synchronized void fetch() {
            isPlanned = false;
            isBusy = true;
            fetches.add(System.nanoTime());
            var unused = http.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .whenComplete((response, failure) -> fetched(response == null ? "" : response.body()));
        }

        private synchronized void fetched(String html) {
            shown = html;
            isBusy = false;
            if (isAgain || html.isEmpty()) plan(PAUSE);
            isAgain = false;
        }
    }
}
