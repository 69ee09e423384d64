package org.updatable.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to connect, as the request tells.
 *
 * @param host what the request calls this server, with its port where that is not the default one
 * @param address the remote address
 */
public record Visitor(String host, String address) {
    private static final Pattern ADDRESS_AND_PORT = Pattern.compile("\\[(.+)\\](?::\\d+)?|([^:]+):\\d+");

    /**
     * The same, as a proxy tells that is believed.
     *
     * @param forwardedHost X-Forwarded-Host: of several, the first, which is what the browser has called
     * @param forwardedFor X-Forwarded-For: of several, the last, which the proxy has seen itself; the others anybody may
     *     have made up
     * @return with what was told
     */
    public Visitor forwarded(@Nullable String forwardedHost, @Nullable String forwardedFor) {
        String first = forwardedHost == null ? "" : before(forwardedHost, forwardedHost.indexOf(','));
        String last = forwardedFor == null ? "" : forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1);
        return new Visitor(first.isBlank() ? host : first.trim(), last.isBlank() ? address : withoutPort(last.trim()));
    }

    private static String before(String text, int end) {
        return end < 0 ? text : text.substring(0, end);
    }

    private static String withoutPort(String text) {
        Matcher parts = ADDRESS_AND_PORT.matcher(text);
        if (!parts.matches()) return text;
        return parts.group(1) == null ? parts.group(2) : parts.group(1);
    }
}
