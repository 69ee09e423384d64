/** How the application is packed: a layout that cannot work fails its start. */
@NullMarked
package org.updatable.layout;

import org.jspecify.annotations.NullMarked;
