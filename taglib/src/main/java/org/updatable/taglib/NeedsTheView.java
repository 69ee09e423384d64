package org.updatable.taglib;

/** A converter that writes another text where there is no page: what is pushed would not look like what is rendered. */
final class NeedsTheView extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String SENTENCE =
            "%s writes \"%s\" in the page, but without it %s. What is pushed later is written without the page: let the converter ignore its context and component, or use an ordinary tag.";

    private final String text;

    /**
     * @param text what the converter writes in the page
     * @param otherwise what it does without
     */
    NeedsTheView(Object converter, String text, String otherwise) {
        super(SENTENCE.formatted(converter.getClass().getName(), text, otherwise));
        this.text = text;
    }

    String text() {
        return text;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
