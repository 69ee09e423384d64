package org.updatable.hub;

import org.updatable.message.BadFrame;

/** What one browser says by one connection, and what comes of it. Its calls come one after the other. */
public interface Conversation {

    /**
     * The browser says something.
     *
     * @param frame all of it
     * @throws BadFrame when it was not understood; the browser is told {@link #error}, and may go on
     * @throws TooMuch when it is more than the browser may say; it is told so, and the connection ends
     */
    void asks(String frame) throws BadFrame, TooMuch;

    /**
     * How the browser is told that it made a mistake.
     *
     * @param code 400, or 429
     * @param sentence what it was
     * @return a JSON object
     */
    String error(int code, String sentence);

    /** What the browser watches may be refused to it by now: the application is asked again. */
    void asksAgain();

    /**
     * Nobody is there any more. May be told more than once, and by any thread.
     *
     * @param willComeBack whether the connection was lost, as far as can be told: who has said goodbye has not
     */
    void ends(boolean willComeBack);
}
