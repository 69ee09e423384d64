package org.updatable.change;

/**
 * One row of a live entity.
 *
 * @param namespace the live entity's name, for example {@code post}
 * @param id the row's id as text
 */
public record Row(String namespace, String id) {}
