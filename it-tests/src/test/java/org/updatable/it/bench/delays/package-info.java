/** The application whose changes are timed: one live row on H2, one on PostgreSQL, and every way to change them. */
package org.updatable.it.bench.delays;
