/** A small application of another shape: two persistence units, no beans.xml, no page, and work on all sorts of threads. */
package org.updatable.it.ledger;
