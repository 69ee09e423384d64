package org.updatable.it.inputs;

/** Where meetings are held. */
public enum Room {
    HALL,
    ATTIC,
    CELLAR
}
