package org.updatable.it;

import java.io.IOException;
import java.nio.file.Path;

/** A server that is told at run time what to deploy. */
interface EarServer {

    /** Deploys an application, or fails to. */
    Outcome deploy(Path application) throws IOException, InterruptedException;

    /** What the server has logged. */
    String log() throws IOException;

    void stop() throws IOException, InterruptedException;

    /**
     * How a deployment ended.
     *
     * @param told what the person who deploys it reads
     */
    record Outcome(boolean runs, String told) {}
}
