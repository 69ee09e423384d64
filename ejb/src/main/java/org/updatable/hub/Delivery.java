package org.updatable.hub;

import org.updatable.message.Update;
import org.updatable.message.Wire;

/**
 * One message on its way to a connection. A later one about the same subject replaces it while it waits.
 *
 * @param subject what the message is about
 * @param message a JSON object, written once for all who get it
 */
record Delivery(Subject subject, String message) {

    /** An update, written down. */
    static Delivery of(Update update) {
        return new Delivery(new Subject(update.group(), update.aspect()), Wire.write(update));
    }

    /**
     * What a message is about.
     *
     * @param group whose watchers get it
     * @param aspect what of the group, see {@link Update#aspect}
     */
    record Subject(String group, String aspect) {}
}
