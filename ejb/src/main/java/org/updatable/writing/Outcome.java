package org.updatable.writing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of a wish to write. */
public sealed interface Outcome {

    /**
     * It is written, and committed.
     *
     * @param id the row's id as text
     */
    record Done(String id) implements Outcome {}

    /** The row is not there. */
    record Gone() implements Outcome {}

    /** Somebody else has changed the row since the client has seen it. */
    record Conflict() implements Outcome {}

    /**
     * It cannot be written so.
     *
     * @param reasons sentences by the names of fields
     */
    record Refused(Map<String, List<String>> reasons) implements Outcome {
        /** What is wrong with the row as a whole, as Django REST framework calls it. */
        static final String ROW = "non_field_errors";

        /** Copies the reasons. */
        public Refused {
            reasons = new TreeMap<>(reasons);
        }

        static Refused because(String field, String reason) {
            return new Refused(Map.of(field, List.of(reason)));
        }
    }
}
