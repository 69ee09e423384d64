/** The second door: rows and models, watched and asked for by JSON requests. */
@NullMarked
package org.updatable.observer;

import org.jspecify.annotations.NullMarked;
