/** A small application whose persistence provider no change source knows. */
package org.updatable.it.provider;
