/** Lends the connections of Hibernate. */
@NullMarked
package org.updatable.present.hibernate;

import org.jspecify.annotations.NullMarked;
