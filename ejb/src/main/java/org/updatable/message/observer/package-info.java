/** The wire of model observers: what a client asks for, what it is answered, and what it is told later. */
@NullMarked
package org.updatable.message.observer;

import org.jspecify.annotations.NullMarked;
