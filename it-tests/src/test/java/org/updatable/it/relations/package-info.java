/** A small publishing house: writers, their works, and the chapters of those. Pages show of one what another one holds. */
package org.updatable.it.relations;
