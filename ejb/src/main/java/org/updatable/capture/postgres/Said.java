package org.updatable.capture.postgres;

/**
 * One NOTIFY.
 *
 * @param channel on which
 * @param payload its text, which may be empty
 */
record Said(String channel, String payload) {}
