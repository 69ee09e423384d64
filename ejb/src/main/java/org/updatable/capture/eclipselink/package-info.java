/** Sees entities change in EclipseLink. */
@NullMarked
package org.updatable.capture.eclipselink;

import org.jspecify.annotations.NullMarked;
