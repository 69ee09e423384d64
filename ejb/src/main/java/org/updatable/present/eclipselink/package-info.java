/** Lends the connections of EclipseLink, and keeps its caches from taking back what they were told to forget. */
@NullMarked
package org.updatable.present.eclipselink;

import org.jspecify.annotations.NullMarked;
