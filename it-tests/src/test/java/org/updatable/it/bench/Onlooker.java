package org.updatable.it.bench;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.updatable.it.Server;

/** One page that is open, and when it was told what. */
final class Onlooker implements AutoCloseable {
    private static final int PATIENCE = 30;

    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    /**
     * A frame.
     *
     * @param text as it came
     * @param moment in which all of it had come, as {@link System#nanoTime} says it
     */
    private record Frame(String text, long moment) {}

    /** Joins, and waits until it is told that it is ready. */
    Onlooker(HttpClient http, String application, List<String> greeting) throws InterruptedException {
        socket = Server.connect(() -> http.newWebSocketBuilder()
                .subprotocols("updatable.v1")
                .buildAsync(Server.updates(application), new Ear()));
        for (String frame : greeting) socket.sendText(frame, true).join();
        isTold("\"type\":\"ready\"");
    }

    /** Waits for a frame that says this, past those that do not; answers when it came. */
    long isTold(String news) throws InterruptedException {
        for (Frame next = next(news); ; next = next(news)) if (next.text().contains(news)) return next.moment();
    }

    private Frame next(String awaited) throws InterruptedException {
        Frame next = frames.poll(PATIENCE, TimeUnit.SECONDS);
        if (next == null) throw new IllegalStateException("It was not told: " + awaited);
        return next;
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            long moment = System.nanoTime();
            text.append(part);
            if (last) {
                frames.add(new Frame(text.toString(), moment));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
