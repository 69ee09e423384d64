/** What is typed into a shell, beside a server that runs. */
@NullMarked
package org.updatable.command;

import org.jspecify.annotations.NullMarked;
