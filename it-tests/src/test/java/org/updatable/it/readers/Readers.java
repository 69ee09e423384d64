package org.updatable.it.readers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import org.updatable.it.Server;

/** Many readers of one page, each of whom shows a part of it. They come back whenever they have lost their connection. */
public final class Readers implements AutoCloseable {
    private static final int ONE_OF = 4;
    private static final int ONE_OF_MANY = 20;
    private static final int LONGEST_AWAY = 800;
    private static final int SHORTEST_STAY = 300;
    private static final int LONGEST_STAY = 5_000;
    private static final int MOST_EXAMPLES = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CACHED = Duration.ofMillis(500);

    private final HttpClient http = Server.http().connectTimeout(PATIENCE).build();
    private final ScheduledExecutorService life = Executors.newScheduledThreadPool(4);
    private final List<Reader> readers = new ArrayList<>();
    private final LongAdder connections = new LongAdder();
    private final Supplier<URI> address;
    private final String page;
    private volatile boolean calm;
    private String rendered = "";
    private long renderedAt = System.nanoTime() - CACHED.toNanos();

    /**
     * Nobody yet.
     *
     * @param address where the application is now, with a slash at its end
     * @param page what they read there
     */
    public Readers(Supplier<URI> address, String page) {
        this.address = address;
        this.page = page;
    }

    /** Some come, and stay. */
    public void come(int many, boolean catchUp) {
        for (int i = 0; i < many; i++) {
            Reader reader = new Reader(catchUp);
            readers.add(reader);
            life.execute(() -> lives(reader));
        }
    }

    /** From now on, nobody loses her connection by herself. */
    public void calm() {
        calm = true;
    }

    /** Whether everybody has been there. */
    public boolean haveCome() {
        return readers.stream().allMatch(Reader::hasPage);
    }

    /** Whether everybody is connected, and has been told what she missed. */
    public boolean areReady() {
        return readers.stream().allMatch(Reader::isReady);
    }

    /** How many connections were opened. */
    public long connections() {
        return connections.sum();
    }

    /** How often somebody was shown something that was older than what she had been shown. */
    public List<String> wentBack() {
        return readers.stream().flatMap(reader -> reader.wentBack().stream()).toList();
    }

    /** What somebody was shown together that never was so. */
    public List<String> torn() {
        return readers.stream().flatMap(reader -> reader.torn().stream()).toList();
    }

    /** What somebody is shown that is not so. */
    public List<String> wrong(Function<String, String> truth) {
        List<String> wrong = new ArrayList<>();
        for (Reader reader : readers)
            for (Map.Entry<String, String> shown : reader.shown().entrySet()) {
                String expected = truth.apply(shown.getKey());
                if (!expected.equals(shown.getValue()))
                    wrong.add(shown.getKey() + " shows " + shown.getValue() + " and is " + expected);
            }
        return wrong;
    }

    /** The first few of many. */
    public static String some(List<String> many) {
        return many.size() + " " + many.stream().limit(MOST_EXAMPLES).toList();
    }

    @Override
    public void close() {
        life.shutdownNow();
        readers.forEach(Reader::loses);
    }

    private void lives(Reader reader) {
        int next = SHORTEST_STAY;
        try {
            ThreadLocalRandom dice = ThreadLocalRandom.current();
            if (!reader.isConnected()) connect(reader);
            else if (!calm || reader.dozes()) {
                reader.loses();
                next = dice.nextInt(LONGEST_AWAY);
            }
            if (reader.isConnected()) next = dice.nextInt(SHORTEST_STAY, LONGEST_STAY);
        } catch (IOException | RuntimeException serverIsAway) {
            next = SHORTEST_STAY;
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        if (life.isShutdown()) return;
        var unused = life.schedule(() -> lives(reader), next, TimeUnit.MILLISECONDS);
    }

    /** What several are given was rendered for the first of them. */
    private synchronized String rendered() throws IOException, InterruptedException {
        if (System.nanoTime() - renderedAt > CACHED.toNanos()) {
            HttpRequest request = HttpRequest.newBuilder(address.get().resolve(page))
                    .timeout(PATIENCE)
                    .build();
            rendered = http.send(request, BodyHandlers.ofString()).body();
            renderedAt = System.nanoTime();
        }
        return rendered;
    }

    private void connect(Reader reader) throws IOException, InterruptedException {
        ThreadLocalRandom dice = ThreadLocalRandom.current();
        if (!reader.hasPage() || (!calm && dice.nextInt(ONE_OF) == 0)) {
            String markup = rendered();
            int part = dice.nextInt(ONE_OF);
            Page rendered = new Page(markup, group -> Math.floorMod(group.hashCode(), ONE_OF) != part);
            if (rendered.groups().isEmpty()) throw new IOException(markup);
            reader.opens(rendered);
        }
        WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(PATIENCE);
        if (reader.catchesUp()) builder.subprotocols("updatable.v1");
        URI updates = URI.create(address.get().resolve("updates").toString().replaceFirst("http", "ws"));
        // What comes before she has joined is nothing yet.
        WebSocket socket = builder.buildAsync(updates, reader.ear()).join();
        connections.increment();
        reader.connected(socket, !calm && dice.nextInt(ONE_OF_MANY) == 0);
    }
}
