/** What can be set, with its default. */
@NullMarked
package org.updatable.settings;

import org.jspecify.annotations.NullMarked;
