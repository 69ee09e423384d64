package org.updatable.it.readers;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Somebody with a page, and with a connection that is lost now and then. */
final class Reader {
    private static final int MOST_PER_FRAME = 12 * 1024;

    private final boolean catchesUp;
    private final List<String> wentBack = new ArrayList<>();
    private final List<String> torn = new ArrayList<>();
    private Page page;
    private WebSocket socket;
    private int sent;
    private boolean ready;
    private boolean dozes;

    /** @param catchesUp whether she speaks {@code updatable.v1}, and so is told what she has missed */
    Reader(boolean catchesUp) {
        this.catchesUp = catchesUp;
    }

    boolean catchesUp() {
        return catchesUp;
    }

    /** She has loaded a page. */
    synchronized void opens(Page rendered) {
        if (page != null) {
            wentBack.addAll(page.wentBack());
            torn.addAll(page.torn());
        }
        page = rendered;
    }

    synchronized boolean hasPage() {
        return page != null;
    }

    /** Joins what the page shows, one frame after the other. Who dozes takes nothing after that. */
    synchronized void connected(WebSocket to, boolean goesToSleep) {
        socket = to;
        dozes = goesToSleep;
        sent = 0;
        ready = false;
        CompletableFuture<WebSocket> said = CompletableFuture.completedFuture(to);
        for (String frame : frames()) {
            sent++;
            said = said.thenCompose(before -> to.sendText(frame, true));
        }
        if (!catchesUp) ready = true;
    }

    private List<String> frames() {
        List<String> frames = new ArrayList<>();
        JsonArrayBuilder batch = Json.createArrayBuilder();
        int size = 0;
        for (String group : page.groups()) {
            JsonObjectBuilder join =
                    Json.createObjectBuilder().add("subscribe", true).add("group", group);
            if (!page.digest(group).isEmpty()) join.add("digest", page.digest(group));
            JsonObject one = join.build();
            size += one.toString().getBytes(StandardCharsets.UTF_8).length + 1;
            if (size > MOST_PER_FRAME) {
                frames.add(frame(batch));
                batch = Json.createArrayBuilder();
                size = 0;
            }
            batch.add(one);
        }
        frames.add(frame(batch));
        return frames;
    }

    private static String frame(JsonArrayBuilder batch) {
        return Json.createObjectBuilder().add("batch", batch).build().toString();
    }

    /** Her network is gone. */
    synchronized void loses() {
        if (socket != null) socket.abort();
        socket = null;
        ready = false;
    }

    synchronized boolean dozes() {
        return dozes;
    }

    synchronized boolean isConnected() {
        return socket != null;
    }

    /** Whether she has been told all that she missed, and takes what comes. */
    synchronized boolean isReady() {
        return ready && !dozes;
    }

    synchronized Map<String, String> shown() {
        return page.shown();
    }

    synchronized List<String> wentBack() {
        List<String> all = new ArrayList<>(wentBack);
        all.addAll(page.wentBack());
        return all;
    }

    synchronized List<String> torn() {
        List<String> all = new ArrayList<>(torn);
        all.addAll(page.torn());
        return all;
    }

    private synchronized void hears(WebSocket from, String frame) {
        if (from != socket) return;
        try (JsonReader reader = Json.createReader(new StringReader(frame))) {
            JsonObject object = reader.readObject();
            if (object.containsKey("batch"))
                object.getJsonArray("batch").getValuesAs(JsonObject.class).forEach(this::hears);
            else hears(object);
        }
        if (ready && (frame.contains("twin-") || frame.contains("mirror-"))) page.isLookedAt();
    }

    private void hears(JsonObject message) {
        switch (message.getString("type")) {
            case "ready" -> ready = message.getInt("n") == sent;
            case "update_value", "toggle_class", "update_attribute", "removed" -> page.update(message);
            default -> throw new IllegalStateException(message.toString());
        }
    }

    private synchronized void lost(WebSocket which) {
        if (which != socket) return;
        socket = null;
        ready = false;
    }

    /** What hears for her. */
    WebSocket.Listener ear() {
        return new WebSocket.Listener() {
            private final StringBuilder text = new StringBuilder();

            @Override
            public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
                text.append(part);
                if (last) {
                    hears(from, text.toString());
                    text.setLength(0);
                }
                if (!dozes()) from.request(1);
                return null;
            }

            @Override
            public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                lost(from);
                return null;
            }

            @Override
            public void onError(WebSocket from, Throwable error) {
                lost(from);
            }
        };
    }
}
