/** The WebSockets of Undertow, which WildFly has. */
@NullMarked
package org.updatable.hub.undertow;

import org.jspecify.annotations.NullMarked;
