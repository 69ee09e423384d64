package org.updatable.message;

/**
 * What a browser asks: to join a group, or to leave it.
 *
 * @param group the group's name, never empty
 * @param join true to join, false to leave
 */
public record Subscription(String group, boolean join) {}
