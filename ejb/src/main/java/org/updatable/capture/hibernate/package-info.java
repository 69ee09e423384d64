/** Sees entities change in Hibernate. */
@NullMarked
package org.updatable.capture.hibernate;

import org.jspecify.annotations.NullMarked;
