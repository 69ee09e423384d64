/** Reads what a group shows now. */
@NullMarked
package org.updatable.present;

import org.jspecify.annotations.NullMarked;
