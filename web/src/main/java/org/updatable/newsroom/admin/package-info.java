/** What only editors see: the rows of every kind, to be added, changed and deleted. Plain Jakarta EE: nothing here knows that pages are live. */
package org.updatable.newsroom.admin;
