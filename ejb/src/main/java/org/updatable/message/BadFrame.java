package org.updatable.message;

/** A frame that is not what the protocol allows; the reason may be shown to who sent it. */
public final class BadFrame extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    BadFrame(String reason) {
        super(reason);
        this.reason = reason;
    }

    /**
     * What the protocol wants instead.
     *
     * @return one sentence
     */
    public String reason() {
        return reason;
    }
}
