/** What a program says to {@code /updates}, and what it is answered. */
package org.updatable.it.protocol;
