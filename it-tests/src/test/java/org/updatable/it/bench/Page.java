package org.updatable.it.bench;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rendered page, and what the browser's script says of it.
 *
 * @param html as the server wrote it
 */
record Page(String html) {
    /** As in messages.ts. */
    private static final int MOST_OF_A_FRAME = 16 * 1024;

    private static final String HEAD = "{\"batch\":[";
    private static final String TAIL = "]}";
    private static final Pattern LIVE = Pattern.compile("<[^>]* data-update-group=[^>]*>");

    /** What joins all of its groups, with the digests that it carries, in as few frames as the script would send. */
    List<String> frames() {
        List<String> frames = new ArrayList<>();
        StringBuilder batch = new StringBuilder();
        for (String subscription : subscriptions()) {
            if (HEAD.length() + batch.length() + subscription.length() + TAIL.length() >= MOST_OF_A_FRAME) {
                frames.add(frame(batch));
                batch.setLength(0);
            }
            batch.append(subscription).append(',');
        }
        frames.add(frame(batch));
        return frames;
    }

    /** One for each group. */
    List<String> subscriptions() {
        return LIVE.matcher(html)
                .results()
                .map(element -> subscription(element.group()))
                .toList();
    }

    private static String subscription(String element) {
        JsonObjectBuilder subscription = Json.createObjectBuilder()
                .add("subscribe", true)
                .add("group", attribute(element, "group").orElseThrow());
        attribute(element, "token").ifPresent(token -> subscription.add("token", token));
        subscription.add("digest", attribute(element, "digest").orElseThrow());
        return subscription.build().toString();
    }

    private static Optional<String> attribute(String element, String name) {
        Matcher attribute =
                Pattern.compile(" data-update-" + name + "=\"([^\"]*)\"").matcher(element);
        return attribute.find() ? Optional.of(attribute.group(1)) : Optional.empty();
    }

    private static String frame(StringBuilder batch) {
        return HEAD + batch.substring(0, batch.length() - 1) + TAIL;
    }
}
