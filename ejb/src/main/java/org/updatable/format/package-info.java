/** How values are written for people: as numbers, money, dates and labels, in a language and a time zone. */
@NullMarked
package org.updatable.format;

import org.jspecify.annotations.NullMarked;
