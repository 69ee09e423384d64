package org.updatable.it.readers;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A program that observes whole tables as JSON, each by a stream of its own, with a connection that is lost now and then. */
final class Watcher {
    static final List<String> TABLES =
            List.of("guarded", "clocked", "locked", "loose", "phoenix", "twin", "mirror", "swept");

    private static final Pattern GROWS = Pattern.compile("(guarded|clocked|locked|twin|mirror|swept)-\\d+");
    private static final Set<String> NUMBERS = Set.of("a", "b", "c", "sum", "rank");

    private final String name = UUID.randomUUID().toString();
    private final Map<String, Map<String, String>> rows = new TreeMap<>();
    private final Set<String> listed = new HashSet<>();
    private final List<String> wentBack = new ArrayList<>();
    private final List<String> torn = new ArrayList<>();
    private WebSocket socket;
    private boolean hasCome;

    /** First it observes, and then it looks: what comes between is told. */
    synchronized void connected(WebSocket to) {
        socket = to;
        listed.clear();
        CompletableFuture<WebSocket> said = CompletableFuture.completedFuture(to);
        for (String table : TABLES)
            for (String action : List.of("subscribe_many", "list"))
                said = said.thenCompose(before -> to.sendText(request(table, action), true));
    }

    private String request(String table, String action) {
        return Json.createObjectBuilder()
                .add("stream", table)
                .add("payload", Json.createObjectBuilder().add("action", action).add("request_id", name + action))
                .build()
                .toString();
    }

    synchronized boolean isConnected() {
        return socket != null;
    }

    synchronized boolean hasCome() {
        return hasCome;
    }

    /** Whether it has seen everything since it is connected. */
    synchronized boolean isReady() {
        return socket != null && listed.size() == TABLES.size();
    }

    synchronized void loses() {
        if (socket != null) socket.abort();
        socket = null;
    }

    private synchronized void lost(WebSocket which) {
        if (which == socket) socket = null;
    }

    synchronized List<String> wentBack() {
        return List.copyOf(wentBack);
    }

    synchronized List<String> torn() {
        return List.copyOf(torn);
    }

    /** What it has been told and is not so: each value of each row of some groups. */
    synchronized List<String> wrong(Set<String> groups, Function<String, String> truth) {
        List<String> wrong = new ArrayList<>();
        for (String group : groups) {
            int dash = group.lastIndexOf('-');
            Map<String, String> row = rows.get(group.substring(0, dash));
            String shown = row == null ? Page.GONE : row.get(group.substring(dash + 1));
            if (shown != null && !shown.equals(truth.apply(group)))
                wrong.add(group + " is known as " + shown + " and is " + truth.apply(group));
        }
        return wrong;
    }

    private synchronized void hears(WebSocket from, String frame) {
        if (from != socket) return;
        try (JsonReader reader = Json.createReader(new StringReader(frame))) {
            JsonObject message = reader.readObject();
            hears(message.getString("stream"), message.getJsonObject("payload"));
        }
    }

    private void hears(String table, JsonObject payload) {
        switch (payload.getString("action")) {
            case "subscribe_many" -> mustBe(payload.getInt("response_status") == 201, payload);
            case "list" -> {
                mustBe(payload.getInt("response_status") == 200, payload);
                List<JsonObject> all = payload.getJsonArray("data").getValuesAs(JsonObject.class);
                Set<String> ids =
                        all.stream().map(row -> table + "-" + row.getInt("id")).collect(Collectors.toSet());
                rows.keySet().removeIf(row -> row.startsWith(table + "-") && !ids.contains(row));
                all.forEach(row -> knows(table, row));
                listed.add(table);
                hasCome |= isReady();
            }
            case "create", "update" -> knows(table, payload.getJsonObject("data"));
            case "delete" ->
                rows.remove(table + "-" + payload.getJsonObject("data").getInt("pk"));
            default -> throw new IllegalStateException(payload.toString());
        }
    }

    private static void mustBe(boolean right, JsonObject payload) {
        if (!right) throw new IllegalStateException(payload.toString());
    }

    private void knows(String table, JsonObject data) {
        String name = table + "-" + data.getInt("id");
        Map<String, String> row = new HashMap<>();
        data.forEach((field, value) -> row.put(field, text(value)));
        Map<String, String> before = rows.put(name, row);
        if (before != null && GROWS.matcher(name).matches())
            for (String field : NUMBERS)
                if (row.containsKey(field) && Long.parseLong(row.get(field)) < Long.parseLong(before.get(field)))
                    wentBack.add(name + "-" + field + " from " + before.get(field) + " to " + row.get(field));
        long sum = Long.parseLong(row.get("a")) + Long.parseLong(row.get("b"));
        boolean isPair = table.equals("twin") || table.equals("mirror");
        boolean isOne = row.get("a").equals(row.get("b")) && row.get("b").equals(row.get("c"));
        boolean isTorn = Long.parseLong(row.get("sum")) != sum || (isPair && !isOne);
        if (isTorn) torn.add(name + " is known as " + row);
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonArray list)
            return list.getValuesAs(JsonNumber.class).stream()
                    .map(JsonNumber::toString)
                    .collect(Collectors.joining());
        return value.toString();
    }

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
                from.request(1);
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
