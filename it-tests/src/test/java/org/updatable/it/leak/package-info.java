/** Leaks that are planted, each in an application of its own, to see that they are found. */
package org.updatable.it.leak;
