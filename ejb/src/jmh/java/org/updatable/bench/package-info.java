/** Runs the benchmarks of what needs no server, and writes down what they found. */
@NullMarked
package org.updatable.bench;

import org.jspecify.annotations.NullMarked;
