/** What the server and the class path have for us: services, and the names of the application. */
@NullMarked
package org.updatable.service;

import org.jspecify.annotations.NullMarked;
