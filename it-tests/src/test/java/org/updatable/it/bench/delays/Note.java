package org.updatable.it.bench.delays;

/** What is changed of a row. */
interface Note {
    void setText(String text);
}
