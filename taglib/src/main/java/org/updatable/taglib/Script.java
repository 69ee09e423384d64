package org.updatable.taglib;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The script that keeps fields live. */
final class Script {
    private static final String FILE = "/updatable/update-listener.js";
    private static final String EXPLANATIONS = "/updatable/update-debug.css";
    private static final String ENDPOINT = "/updates";

    private Script() {}

    /**
     * The element that includes the script, tells it when its request began, so that it hears what is announced from then on, and the endpoint of this application, so that two applications on
     * one server never mix. For who asked why fields are live or not, also the style which shows that.
     *
     * @param request the page's
     * @param hiddenSeconds how long the page stays connected in a tab that nobody sees, as the page says it; null where it
     *     does not
     */
    static String markup(HttpServletRequest request, Stage stage, @Nullable Object hiddenSeconds) {
        String contextPath = request.getContextPath();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("src", contextPath + FILE + "?v=" + version());
        attributes.put("data-update-endpoint", contextPath + ENDPOINT);
        Watching.seen(request).ifPresent(seen -> attributes.put("data-update-seen", seen));
        if (hiddenSeconds != null) attributes.put("data-update-hidden-seconds", hiddenSeconds.toString());
        attributes.put("defer", "defer");
        String script = "<script " + Html.attributes(attributes) + "></script>";
        return stage == Stage.EXPLAINED ? style(contextPath) + script : script;
    }

    private static String style(String contextPath) {
        return "<link rel=\"stylesheet\" href=\"" + Html.text(contextPath + EXPLANATIONS) + "\"/>";
    }

    /** So that a browser's cache lets go of the script of an older release. */
    static String version() {
        String version = Script.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }
}
