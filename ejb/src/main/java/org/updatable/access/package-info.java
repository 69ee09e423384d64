/** Decides who may watch what: tokens, the application's policy, where a page comes from, and how much one may ask. */
@NullMarked
package org.updatable.access;

import org.jspecify.annotations.NullMarked;
