package org.updatable.it.readers;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one page shows: of each group its text, its class or its attribute, as a number where it has one. A row that is gone
 * is shown as {@link #GONE}.
 */
final class Page {
    static final String GONE = "gone";

    private static final Pattern ELEMENT = Pattern.compile("<span([^>]*)>([^<]*)</span>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)=\"([^\"]*)\"");
    /** Of these nobody overwrites what she has not seen, so that they only grow. */
    private static final Predicate<String> GROWS = Pattern.compile(
                    "(guarded|clocked|locked|twin|mirror|swept)-\\d+-(a|b|c|rank|sum|total)(~.*)?")
            .asMatchPredicate();

    /** Of twins, one is odd, and the next one even; mirrors show the same. */
    private static final Pattern TWIN = Pattern.compile("(twin|mirror)-(\\d+)-(a|b|c)(~.*)?");

    private final Map<String, String> shown = new HashMap<>();
    private final Map<Integer, List<String>> twins = new HashMap<>();
    private final List<String> torn = new ArrayList<>();
    private final Map<String, String> digests = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final List<String> wentBack = new ArrayList<>();

    /** Reads what a server has rendered, or a part of it. */
    Page(String markup, Predicate<String> part) {
        Matcher elements = ELEMENT.matcher(markup);
        while (elements.find()) {
            Map<String, String> attributes = new HashMap<>();
            Matcher all = ATTRIBUTE.matcher(elements.group(1));
            while (all.find()) attributes.put(all.group(1), all.group(2));
            String group = attributes.get("data-update-group");
            if (group == null || !part.test(group)) continue;
            digests.put(group, attributes.getOrDefault("data-update-digest", ""));
            shown.put(group, rendered(group, attributes, elements.group(2)));
            pair(group).ifPresent(pair -> twins.computeIfAbsent(pair, first -> new ArrayList<>())
                    .add(group));
        }
    }

    private static Optional<Integer> pair(String group) {
        Matcher twin = TWIN.matcher(group);
        if (!twin.matches()) return Optional.empty();
        return Optional.of((Integer.parseInt(twin.group(2)) + 1) / 2);
    }

    /** Somebody looks at it: what always agrees has to. */
    void isLookedAt() {
        for (List<String> groups : twins.values()) {
            Map<String, String> together = new TreeMap<>();
            groups.forEach(group -> together.put(group, shown.get(group)));
            if (new HashSet<>(together.values()).size() > 1) torn.add(together.toString());
        }
    }

    /** What was shown together and never was so. */
    List<String> torn() {
        return List.copyOf(torn);
    }

    private static String rendered(String group, Map<String, String> attributes, String text) {
        if (group.endsWith("-hot"))
            return String.valueOf(
                    Arrays.asList(attributes.getOrDefault("class", "").split(" ", -1))
                            .contains("hot"));
        return number(group.endsWith("-rank") ? attributes.get("data-rank") : text);
    }

    Set<String> groups() {
        return shown.keySet();
    }

    /** What it would join a group with: empty where it has shown something else since. */
    String digest(String group) {
        return digests.get(group);
    }

    /** What each group shows. */
    Map<String, String> shown() {
        Map<String, String> all = new HashMap<>(shown);
        gone.forEach(group -> all.put(group, GONE));
        return all;
    }

    /** What was shown after something newer. */
    List<String> wentBack() {
        return List.copyOf(wentBack);
    }

    void update(JsonObject message) {
        String group = message.getString("path");
        if (!shown.containsKey(group)) return;
        digests.put(group, "");
        if (message.getString("type").equals("removed")) {
            gone.add(group);
            return;
        }
        JsonValue value = message.get("value");
        String now = message.getString("type").equals("toggle_class") ? value.toString() : number(value.toString());
        String before = shown.put(group, now);
        boolean wasGone = gone.remove(group);
        if (!wasGone && GROWS.test(group) && Long.parseLong(now) < Long.parseLong(before))
            wentBack.add(group + " from " + before + " to " + now);
    }

    private static String number(String text) {
        return text.replaceAll("[^0-9-]", "");
    }
}
