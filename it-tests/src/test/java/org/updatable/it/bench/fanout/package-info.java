/** The ways to tell many what has changed that are measured beside each other, in one application. */
package org.updatable.it.bench.fanout;
