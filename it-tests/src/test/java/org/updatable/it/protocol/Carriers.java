package org.updatable.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.Server;
import org.updatable.it.carrier.Carrier;

/** What each way to send does, whether it is the public API's or a server's own. */
public abstract class Carriers {
    private static final HttpClient HTTP = Server.http().build();

    private final String way;
    private final String sender;

    /**
     * @param way as the {@link Carrier} calls it
     * @param sender the class that sends
     */
    protected Carriers(String way, String sender) {
        this.way = way;
        this.sender = sender;
    }

    /** A server's own way checks itself when it starts, and would leave it to the public API. */
    @Test
    void itIsUsed() throws InterruptedException {
        try (Listener listener = new Listener(way)) {
            listener.asks("name");
            assertThat(listener.hears()).isEqualTo(sender);
        }
        assertThat(Server.log()).doesNotContain("is not one that we know", "are not known");
    }

    /** On both sides of each length that is written otherwise: two bytes for each letter. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 62, 63, 32_767, 32_768, 500_000})
    void aTextOfAnyLengthArrives(int length) throws InterruptedException {
        try (Listener listener = new Listener(way)) {
            listener.asks("text " + length);
            assertThat(listener.hears()).isEqualTo(Carrier.LETTER.repeat(length));
        }
    }

    @Test
    void whatFollowsWhenTheOneBeforeHasLeftArrivesInOrder() throws InterruptedException {
        try (Listener listener = new Listener(way)) {
            listener.asks("count 2000");
            List<String> heard = listener.hears(2000);
            assertThat(heard)
                    .isEqualTo(IntStream.rangeClosed(1, 2000)
                            .mapToObj(Integer::toString)
                            .toList());
        }
    }

    /** The server writes those itself, whenever it is asked. */
    @Test
    void theServersOwnFramesStandBetweenWholeOnes() throws InterruptedException {
        try (Listener listener = new Listener(way, socket -> socket.sendPing(ByteBuffer.allocate(8)))) {
            listener.asks("count-at-length 5");
            assertThat(listener.hears(5))
                    .extracting(text -> text.replace(Carrier.LETTER, ""))
                    .containsExactly("1", "2", "3", "4", "5");
            assertThat(listener.pongs.get()).isGreaterThan(10);
        }
    }

    @Test
    void whoIsAskedRepeatsWhatWasSaid() throws InterruptedException {
        try (Listener listener = new Listener(way)) {
            listener.asks("ping -1234567890123456789");
            assertThat(listener.hears()).isEqualTo("pong -1234567890123456789");
        }
    }

    @Test
    void aConnectionEndsWithACodeAndAReason() throws InterruptedException {
        try (Listener listener = new Listener(way)) {
            listener.asks("close for a reason");
            assertThat(listener.hears()).isEqualTo("4408 for a reason");
        }
    }

    @Test
    void whatIsSentAfterTheEndFails() throws InterruptedException {
        try (Listener listener = new Listener(way)) {
            listener.asks("close-and-say something");
            assertThat(listener.hears()).startsWith("1000");
        }
        try (Listener listener = new Listener(way)) {
            listener.asks("last-words");
            assertThat(listener.hears()).isEqualTo("failed");
        }
    }

    /** Hears whole texts, and at last how it ends. */
    private static final class Listener implements WebSocket.Listener, AutoCloseable {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private final AtomicInteger pongs = new AtomicInteger();
        private final Function<WebSocket, CompletableFuture<WebSocket>> afterEachPart;
        private final WebSocket socket;

        Listener(String way) {
            this(way, CompletableFuture::completedFuture);
        }

        Listener(String way, Function<WebSocket, CompletableFuture<WebSocket>> afterEachPart) {
            this.afterEachPart = afterEachPart;
            socket = Server.connect(() -> HTTP.newWebSocketBuilder()
                    .buildAsync(Server.updates("newsroom").resolve("carrier/" + way), this));
        }

        void asks(String question) {
            socket.sendText(question, true).join();
        }

        String hears() throws InterruptedException {
            return heard.poll(10, TimeUnit.SECONDS);
        }

        List<String> hears(int count) throws InterruptedException {
            return IntStream.range(0, count)
                    .mapToObj(next -> {
                        try {
                            return hears();
                        } catch (InterruptedException stopped) {
                            throw new IllegalStateException(stopped);
                        }
                    })
                    .toList();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            text.append(part);
            if (isLast) {
                heard.add(text.toString());
                text.setLength(0);
            }
            return afterEachPart.apply(from).thenRun(() -> from.request(1));
        }

        @Override
        public CompletionStage<?> onPong(WebSocket from, ByteBuffer said) {
            pongs.incrementAndGet();
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            heard.add(code + " " + reason);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}
