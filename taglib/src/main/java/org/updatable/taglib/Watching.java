package org.updatable.taglib;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.updatable.access.Gate;
import org.updatable.channel.Numbers;
import org.updatable.message.ChannelName;

/** What makes an element live: the groups that it shows, what it shows of them, and what lets its reader watch them. */
final class Watching {
    private static final String GROUP = "data-update-group";
    private static final String TOKEN = "data-update-token";

    /** What the element shows; without it, a page is told what there is. */
    static final String DIGEST = "data-update-digest";

    /** Keeps the lists parallel. */
    private static final String NONE = "-";

    private Watching() {}

    /**
     * The attributes of an element that shows a group of which nobody knows what it shows.
     *
     * @param group its name
     * @return by name
     */
    static Map<String, String> attributes(String group) {
        Optional<String> seen = ChannelName.isOne(group) ? seen(request()) : Optional.empty();
        return attributes(Map.of(group, seen.orElse(NONE)));
    }

    /** What a page says of channels: nothing that is announced from now on can be in it. */
    static Optional<String> seen(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(Numbers.SEEN));
    }

    /**
     * The attributes of an element.
     *
     * @param groups by the names of the groups that it shows: the digests of what it shows
     * @return by name; empty when it shows none
     */
    static Map<String, String> attributes(Map<String, String> groups) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (groups.isEmpty()) return attributes;
        Gate gate = CDI.current().select(Gate.class).get();
        Principal user = request().getUserPrincipal();
        attributes.put(GROUP, String.join(" ", groups.keySet()));
        put(TOKEN, groups.keySet().stream().map(group -> gate.token(group, user).orElse(NONE)), attributes);
        put(DIGEST, groups.values().stream(), attributes);
        return attributes;
    }

    private static HttpServletRequest request() {
        return CDI.current().select(HttpServletRequest.class).get();
    }

    private static void put(String name, Stream<String> values, Map<String, String> attributes) {
        List<String> list = values.toList();
        if (!list.stream().allMatch(NONE::equals)) attributes.put(name, String.join(" ", list));
    }
}
