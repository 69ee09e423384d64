/** Carries facts from the node where a transaction commits to every node that has browsers. */
@NullMarked
package org.updatable.backplane;

import org.jspecify.annotations.NullMarked;
