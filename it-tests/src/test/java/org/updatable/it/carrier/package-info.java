/** Frames that are sent by one way or another, for who asks for them. */
package org.updatable.it.carrier;
