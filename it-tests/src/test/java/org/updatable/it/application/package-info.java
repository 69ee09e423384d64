/** What the application is told of its own commits, and what it never notices of us. */
package org.updatable.it.application;
