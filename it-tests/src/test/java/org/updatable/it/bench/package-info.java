/** What Updatable costs, measured beside what the same work costs without it: not part of the tests. */
package org.updatable.it.bench;
