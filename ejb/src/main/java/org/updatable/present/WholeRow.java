package org.updatable.present;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may see of a row.
 *
 * @param id its id as text
 * @param key its id as a plain value: a number where it is one
 * @param values by the names of its live properties: plain values, lists of them, and maps by names
 * @param passes those of the filters that were asked about which it passes
 */
public record WholeRow(String id, Object key, Map<String, @Nullable Object> values, Set<Filter> passes) {}
