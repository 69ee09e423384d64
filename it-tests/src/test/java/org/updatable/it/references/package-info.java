/** A small application without a bean: each of its persistence units is referred to in another way. */
package org.updatable.it.references;
