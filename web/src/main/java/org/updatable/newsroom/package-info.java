/** A newsroom, whose pages follow what its editors save. */
package org.updatable.newsroom;
