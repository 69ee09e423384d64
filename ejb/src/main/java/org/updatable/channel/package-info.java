/** Channels: what is announced on which, how often, and to which beans of the application. */
@NullMarked
package org.updatable.channel;

import org.jspecify.annotations.NullMarked;
