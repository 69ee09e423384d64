/** A small application with one row and forms of every kind, which show its fields and save them. */
package org.updatable.it.inputs;
