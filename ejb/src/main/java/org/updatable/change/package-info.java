/** What one transaction changed, in plain values, and how each change is said. */
@NullMarked
package org.updatable.change;

import org.jspecify.annotations.NullMarked;
