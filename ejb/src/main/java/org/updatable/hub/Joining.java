package org.updatable.hub;

import java.util.Map;

/**
 * A connection that has joined groups by one frame, and is to be told where its page differs.
 *
 * @param connection which joined
 * @param digests of what its page shows, by group; empty where that is not known
 * @param frame how many frames of the connection are answered with this one
 */
record Joining(Connection connection, Map<String, String> digests, int frame) {}
