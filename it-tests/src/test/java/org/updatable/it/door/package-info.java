/** What the tests of the handshake deploy beside the newsroom: people who log in and out. */
package org.updatable.it.door;
