/** Hundreds of programs that read pages as browsers do, lose their connections, and remember what they were shown. */
package org.updatable.it.readers;
