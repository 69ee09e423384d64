/** Which entities and which of their properties are live, read once at start. */
@NullMarked
package org.updatable.model;

import org.jspecify.annotations.NullMarked;
