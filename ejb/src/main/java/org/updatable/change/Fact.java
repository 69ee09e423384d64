package org.updatable.change;

import java.util.Optional;

/** What a committed transaction lets the others know. */
public sealed interface Fact permits Changed, Touched, Said {

    /**
     * The weaker fact about the same rows: something changed there, read it. It is what remains of a fact that we
     * failed to deliver.
     *
     * @return the fact without its value; empty when no row is behind it
     */
    Optional<Touched> touched();
}
