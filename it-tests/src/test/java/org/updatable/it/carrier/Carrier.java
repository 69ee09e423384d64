package org.updatable.it.carrier;

import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.updatable.hub.Frame;
import org.updatable.hub.Transport;
import org.updatable.hub.TransportFactory;
import org.updatable.hub.WebSocketTransport;
import org.updatable.service.Services;

/** Sends what it is asked for: as the public API does, or as this server can. */
@ServerEndpoint("/carrier/{way}")
public class Carrier {
    public static final String STANDARD = "standard";
    public static final String OF_THE_SERVER = "of-the-server";

    /** Has another length in bytes. */
    public static final String LETTER = "é";

    /** More letters than a system takes at once. */
    private static final int LONG = 2_000_000;

    private static volatile CompletableFuture<Void> lastWords = CompletableFuture.completedFuture(null);

    private Transport transport;

    @OnOpen
    public void opened(Session opened, @PathParam("way") String way) {
        transport = STANDARD.equals(way)
                ? new WebSocketTransport(opened)
                : Services.of(TransportFactory.class).stream()
                        .filter(factory -> factory.knows(opened))
                        .findFirst()
                        .map(factory -> factory.of(opened))
                        .orElseThrow();
    }

    @OnMessage
    public void asked(String question) {
        String[] words = question.split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "say" -> say(rest);
            case "text" -> say(LETTER.repeat(Integer.parseInt(rest)));
            case "count" -> count(1, Integer.parseInt(rest), "");
            case "count-at-length" -> count(1, Integer.parseInt(rest), LETTER.repeat(LONG));
            case "ping" -> transport.ping(Long.parseLong(rest));
            case "close" -> transport.close(4408, rest);
            case "close-and-say" -> {
                transport.close(1000, "");
                lastWords = transport.send(new Frame(rest));
            }
            case "last-words" -> say(atLast(lastWords));
            case "name" -> say(transport.getClass().getSimpleName());
            default -> throw new IllegalArgumentException(question);
        }
    }

    @OnMessage
    public void answered(PongMessage pong) {
        say("pong " + pong.getApplicationData().getLong());
    }

    private void say(String text) {
        var unused = transport.send(new Frame(text));
    }

    /** One in flight. */
    private void count(int number, int last, String more) {
        if (number > last) return;
        var unused = transport
                .send(new Frame(number + more))
                .whenCompleteAsync((sent, failure) -> count(number + 1, last, more));
    }

    /** It may take another thread to see that it fails. */
    private static String atLast(CompletableFuture<Void> sending) {
        try {
            sending.get(2, TimeUnit.SECONDS);
        } catch (ExecutionException | InterruptedException | TimeoutException failedOrStuck) {
            return sent(sending);
        }
        return sent(sending);
    }

    private static String sent(CompletableFuture<Void> sending) {
        if (sending.isCompletedExceptionally()) return "failed";
        return sending.isDone() ? "sent" : "on its way";
    }
}
