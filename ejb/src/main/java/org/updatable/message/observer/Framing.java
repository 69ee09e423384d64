package org.updatable.message.observer;

import org.jspecify.annotations.Nullable;

/**
 * How everything is framed that is said to one request: as the client did it itself.
 *
 * @param requestId what the client calls its request, as JSON
 * @param stream what the client calls the stream of its request, as JSON; null when it does not say
 */
public record Framing(String requestId, @Nullable String stream) {
    /** Of what cannot be read. */
    public static final Framing UNKNOWN = new Framing("null", null);

    /**
     * An answer.
     *
     * @param action what was asked for, or null
     * @param status as of HTTP
     * @param data JSON
     * @param errors a JSON array
     * @return a JSON object
     */
    public String reply(@Nullable String action, int status, String data, String errors) {
        return wrapped("{\"errors\":" + errors + ",\"data\":" + data + ",\"action\":"
                + (action == null ? "null" : Errors.quoted(action)) + ",\"response_status\":" + status
                + ",\"request_id\":" + requestId + "}");
    }

    /**
     * What happened to a row.
     *
     * @param action {@code create}, {@code update} or {@code delete}
     * @param status as of HTTP
     * @param data a JSON object
     * @return a JSON object
     */
    public String event(String action, int status, String data) {
        return wrapped("{\"action\":\"" + action + "\",\"errors\":[],\"response_status\":" + status + ",\"request_id\":"
                + requestId + ",\"data\":" + data + "}");
    }

    private String wrapped(String payload) {
        return stream == null ? payload : "{\"stream\":" + stream + ",\"payload\":" + payload + "}";
    }
}
