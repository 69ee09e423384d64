package org.updatable.hub;

/** One message on its way to a connection. A later one about the same subject replaces it while it waits. */
public interface Delivery {

    /**
     * What the message is about.
     *
     * @return equal for all that replace each other
     */
    Subject subject();

    /**
     * What the client is told.
     *
     * @return a JSON object
     */
    String message();

    /**
     * What is left to be told of two about the same subject.
     *
     * @param waiting the one before, which has not left
     * @return most often this
     */
    default Delivery after(Delivery waiting) {
        return this;
    }

    /**
     * What a message is about.
     *
     * @param group whose watchers get it
     * @param aspect what of the group, see {@link org.updatable.message.Update#aspect}
     */
    record Subject(String group, String aspect) {}

    /**
     * A message that is written down.
     *
     * @param subject what it is about
     * @param message a JSON object, written once for all who get it
     */
    record Told(Subject subject, String message) implements Delivery {}
}
