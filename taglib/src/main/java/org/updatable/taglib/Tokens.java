package org.updatable.taglib;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.updatable.access.Gate;

/** What makes an element live: the groups that it shows, and what lets the page's reader watch them. */
final class Tokens {
    private static final String GROUP = "data-update-group";
    private static final String TOKEN = "data-update-token";

    /** Keeps the lists parallel. */
    private static final String NONE = "-";

    private Tokens() {}

    /**
     * The attributes of an element.
     *
     * @param groups the names of the groups that it shows
     * @return by name; empty when it shows none
     */
    static Map<String, String> attributes(List<String> groups) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (groups.isEmpty()) return attributes;
        attributes.put(GROUP, String.join(" ", groups));
        Gate gate = CDI.current().select(Gate.class).get();
        Principal user = CDI.current().select(HttpServletRequest.class).get().getUserPrincipal();
        List<Optional<String>> tokens =
                groups.stream().map(group -> gate.token(group, user)).toList();
        if (tokens.stream().anyMatch(Optional::isPresent))
            attributes.put(
                    TOKEN,
                    String.join(
                            " ",
                            tokens.stream().map(token -> token.orElse(NONE)).toList()));
        return attributes;
    }
}
