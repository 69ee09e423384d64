/** The application that is measured: one live entity, one of the same shape that is not, and what is done with them. */
package org.updatable.it.bench.parts;
