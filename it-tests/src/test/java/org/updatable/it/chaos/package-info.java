/** An application whose rows are changed by many at once, in every way that lets one commit overtake another. */
package org.updatable.it.chaos;
