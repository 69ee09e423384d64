/** The words an application writes: what is live, what stays private, and what it hears after a commit. */
@NullMarked
package org.updatable;

import org.jspecify.annotations.NullMarked;
