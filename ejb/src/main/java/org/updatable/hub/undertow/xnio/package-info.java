/** What is written to the connections of XNIO, below Undertow: to be loaded where XNIO can be seen. */
@NullMarked
package org.updatable.hub.undertow.xnio;

import org.jspecify.annotations.NullMarked;
