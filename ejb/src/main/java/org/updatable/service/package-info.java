/** Finds the implementations of ours that can work here: those whose library is there. */
@NullMarked
package org.updatable.service;

import org.jspecify.annotations.NullMarked;
