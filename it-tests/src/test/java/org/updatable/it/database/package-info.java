/** What makes the shipped WAR a second newspaper on the same server. */
package org.updatable.it.database;
