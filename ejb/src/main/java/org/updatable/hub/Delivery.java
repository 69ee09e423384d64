package org.updatable.hub;

/**
 * One message on its way to a connection. A later one for the same key replaces it while it waits.
 *
 * @param key what the message is about: the group
 * @param message a JSON object, written once for all who get it
 */
record Delivery(String key, String message) {}
