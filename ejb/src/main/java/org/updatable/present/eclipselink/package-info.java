/** Lends the connections of EclipseLink. */
@NullMarked
package org.updatable.present.eclipselink;

import org.jspecify.annotations.NullMarked;
