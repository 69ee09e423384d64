/** Knows which browser watches which group, and delivers. */
@NullMarked
package org.updatable.hub;

import org.jspecify.annotations.NullMarked;
