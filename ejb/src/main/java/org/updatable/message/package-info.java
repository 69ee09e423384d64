/** The wire: every message that server and browser say to each other, and how it is written down. */
@NullMarked
package org.updatable.message;

import org.jspecify.annotations.NullMarked;
