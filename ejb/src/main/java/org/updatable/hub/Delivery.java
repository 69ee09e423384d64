package org.updatable.hub;

import java.nio.charset.StandardCharsets;
import org.updatable.message.Update;
import org.updatable.message.Wire;

/**
 * One message on its way to a connection. A later one about the same subject replaces it while it waits.
 *
 * @param subject what the message is about
 * @param message a JSON object, written once for all who get it
 */
record Delivery(Subject subject, String message) {
    private static final int MOST_BYTES_OF_A_CHARACTER = 3;

    /** An update, written down; one that is longer than so many bytes of UTF-8 is not sent, and the page told so. */
    static Delivery of(Update update, int mostBytes) {
        String message = Wire.write(update);
        return new Delivery(
                new Subject(update.group(), update.aspect()),
                isLonger(message, mostBytes) ? Wire.tooLarge(update) : message);
    }

    private static boolean isLonger(String message, int mostBytes) {
        return message.length() > mostBytes / MOST_BYTES_OF_A_CHARACTER
                && message.getBytes(StandardCharsets.UTF_8).length > mostBytes;
    }

    /**
     * What a message is about.
     *
     * @param group whose watchers get it
     * @param aspect what of the group, see {@link Update#aspect}
     */
    record Subject(String group, String aspect) {}
}
