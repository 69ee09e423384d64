/** Sees entities change, and holds what it saw until the transaction commits. */
@NullMarked
package org.updatable.capture;

import org.jspecify.annotations.NullMarked;
