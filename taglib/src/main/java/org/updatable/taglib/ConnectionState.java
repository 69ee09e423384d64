package org.updatable.taglib;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the page says to people of its connection. All of it is there from the start, since nothing can be had from a server
 * that is away; a style sheet shows what is so.
 */
final class ConnectionState {
    private static final String STYLE = "/updatable/update-state.css";

    private static final List<String> STATES = List.of("live", "connecting", "offline");

    /** What a page may say otherwise: of each state, and {@code reload} for the link beside {@code stale}. */
    static final List<String> TEXTS = List.of("live", "connecting", "offline", "stale", "reload");

    private final Wording wording;

    /**
     * Our texts in a language that we have, or else in English.
     *
     * @param own the page's own ones, plain; empty for none
     */
    ConnectionState(Locale locale, Map<String, String> own) {
        wording = new Wording(ConnectionState.class, locale, own);
    }

    /**
     * The element, which screen readers follow, and the style that it needs.
     *
     * @param attributes of the element
     */
    String markup(String contextPath, Map<String, ?> attributes) {
        Map<String, Object> all = new LinkedHashMap<>(attributes);
        all.put("role", "status");
        StringBuilder markup = new StringBuilder("<link rel=\"stylesheet\" href=\"")
                .append(Html.text(contextPath + STYLE + "?v=" + Script.version()))
                .append("\"/>")
                .append(Html.start("span", all));
        for (String state : STATES) add(state, Html.text(wording.text(state)), markup);
        String reload =
                wording.text("reload").isEmpty() ? "" : " <a href=\"\">" + Html.text(wording.text("reload")) + "</a>";
        add("stale", Html.text(wording.text("stale")) + reload, markup);
        return markup.append("</span>").toString();
    }

    private static void add(String state, String markup, StringBuilder to) {
        if (markup.isEmpty()) return;
        to.append(Html.start("span", Map.of("data-update-when", state)))
                .append(markup)
                .append("</span>");
    }
}
