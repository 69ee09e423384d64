/** Counts what went wrong of ours, and says it once. */
@NullMarked
package org.updatable.counters;

import org.jspecify.annotations.NullMarked;
