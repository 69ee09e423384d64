package org.updatable.taglib;

/** Something that the page's author should write otherwise. */
final class Mistake extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param sentence what is wrong, and what to write instead */
    Mistake(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
