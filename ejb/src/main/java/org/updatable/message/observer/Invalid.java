package org.updatable.message.observer;

/** Thrown when what a client asks for lacks something, or has it in a form that cannot be. */
public final class Invalid extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    /**
     * Something is wrong with a field.
     *
     * @param field its name
     * @param reason what is wrong, as one sentence
     */
    public Invalid(String field, String reason) {
        super(field + ": " + reason);
        this.field = field;
        this.reason = reason;
    }

    /**
     * What is wrong with which field.
     *
     * @return the one error, as JSON
     */
    public String error() {
        return Errors.of(field, reason);
    }
}
