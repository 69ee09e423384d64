/** The WebSockets of Tyrus, which Payara and GlassFish have. */
@NullMarked
package org.updatable.hub.tyrus;

import org.jspecify.annotations.NullMarked;
