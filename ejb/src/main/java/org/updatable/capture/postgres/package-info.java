/** Hears by PostgreSQL's NOTIFY what other programs change and announce, and says there what this one announces. */
@NullMarked
package org.updatable.capture.postgres;

import org.jspecify.annotations.NullMarked;
