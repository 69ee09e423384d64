/** Writes a live field into a page. */
@NullMarked
package org.updatable.taglib;

import org.jspecify.annotations.NullMarked;
