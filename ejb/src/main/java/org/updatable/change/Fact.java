package org.updatable.change;

/** What a committed transaction lets the others know. */
public sealed interface Fact permits Changed, Touched {

    /**
     * The weaker fact about the same rows: something changed there, read it. It is what remains of a fact that we
     * failed to deliver.
     *
     * @return the fact without its value
     */
    Touched touched();
}
