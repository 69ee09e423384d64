package org.updatable.message;

import org.jspecify.annotations.Nullable;

/**
 * What a browser asks: to join a group, or to leave it.
 *
 * @param group the group's name, never empty
 * @param join true to join, false to leave
 * @param token what a page gave its reader for that group; null for none
 * @param digest of what the page shows for that group, see {@link Digest}; null when it does not know
 */
public record Subscription(
        String group,
        boolean join,
        @Nullable String token,
        @Nullable String digest) {}
