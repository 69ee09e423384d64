package org.updatable.it.protocol;

import java.io.IOException;

/** One that joins a group, and then reads nothing that it is sent. */
final class StuckClient implements AutoCloseable {
    private static final int SMALL = 4 * 1024;

    private final RawClient client = new RawClient(SMALL);

    StuckClient(String group) throws IOException {
        client.says(RawClient.text("{\"subscribe\":true,\"group\":\"" + group + "\"}"));
    }

    /** Reads at last, until the server's end is closed; answers how many bytes there were. */
    long readToTheEnd() throws IOException {
        return client.readToTheEnd();
    }

    /** Whether the server has closed its end: then what is written to it comes back as an error, the next time. */
    boolean isHungUp() {
        try {
            client.says(RawClient.text("{}"));
            return false;
        } catch (IOException refused) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
