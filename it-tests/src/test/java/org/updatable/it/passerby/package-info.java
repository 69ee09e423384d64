/** An application that has nothing to do with ours, and keeps the server's threads busy. */
package org.updatable.it.passerby;
