/** Counts what happens, for JMX, and what goes wrong of ours, which it says once. */
@NullMarked
package org.updatable.counters;

import org.jspecify.annotations.NullMarked;
