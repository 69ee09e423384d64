package org.updatable.taglib;

import java.util.LinkedHashMap;
import java.util.Map;

/** The script that keeps fields live. */
final class Script {
    private static final String FILE = "/updatable/update-listener.js";
    private static final String ENDPOINT = "/updates";

    private Script() {}

    /**
     * The element that includes the script, and tells it the endpoint of this application, so that two applications on
     * one server never mix.
     *
     * @param contextPath where the application is
     */
    static String markup(String contextPath) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("src", contextPath + FILE + "?v=" + version());
        attributes.put("data-update-endpoint", contextPath + ENDPOINT);
        attributes.put("defer", "defer");
        return "<script " + Html.attributes(attributes) + "></script>";
    }

    /** So that a browser's cache lets go of the script of an older release. */
    private static String version() {
        String version = Script.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }
}
