package org.updatable.bench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a benchmark measures of ours, and which other one of its class does the least that somebody without us would do. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ComparedTo {

    /**
     * The other benchmark.
     *
     * @return a method of the same class
     */
    String value();

    /**
     * What is measured.
     *
     * @return as the table says it
     */
    String what();

    /**
     * What the other one does.
     *
     * @return as the table says it
     */
    String with();
}
