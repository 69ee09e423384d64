/** Lets MicroProfile show the counters, where the server has it. */
@NullMarked
package org.updatable.counters.microprofile;

import org.jspecify.annotations.NullMarked;
