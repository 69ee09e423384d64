/** Writes rows as clients ask for it: through Bean Validation, and each time in a transaction of its own. */
@NullMarked
package org.updatable.writing;

import org.jspecify.annotations.NullMarked;
