/** The database of applications on a PostgreSQL, and other programs that write to it. */
package org.updatable.it.postgres;
