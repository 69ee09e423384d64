/** A small application that writes one product's values in every way that a page knows. */
package org.updatable.it.formats;
