package org.updatable.it;

import java.io.IOException;
import java.nio.file.Path;

/** A server that goes on while applications come and go. */
interface Host {

    /** What the JVM keeps only as long as there is room does not count as left behind. */
    String FORGETFUL = "-XX:SoftRefLRUPolicyMSPerMB=0";

    /** Deploys an application, in place of itself where it is deployed already. */
    void deploy(Path application) throws IOException, InterruptedException;

    void undeploy(Path application) throws IOException, InterruptedException;

    /** What it has logged. */
    String log() throws IOException;

    long pid() throws IOException;

    void close() throws IOException, InterruptedException;
}
