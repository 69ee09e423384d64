/** A small application with one row of each sample entity: a page shows every live property of all of them. */
package org.updatable.it.types;
