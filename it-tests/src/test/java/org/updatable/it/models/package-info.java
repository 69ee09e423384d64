/** A magazine whose rows are observed by programs: articles by everybody, memos by their owners, salaries by nobody. */
package org.updatable.it.models;
