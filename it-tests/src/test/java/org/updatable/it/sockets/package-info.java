/** WebSockets of the application's own, beside ours: an endpoint, and Faces' channels. */
package org.updatable.it.sockets;
