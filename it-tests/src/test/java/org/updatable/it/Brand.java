package org.updatable.it;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;

/** Whose server the tests run on. What differs between the brands is here, so that no test asks which one it is. */
interface Brand {

    /** The one that this run is for. */
    static Brand tested() {
        String name = System.getProperty("arquillian.launch");
        return switch (name) {
            case "payara" -> new PayaraMicro();
            case "wildfly" -> new WildFly();
            default -> throw new IllegalStateException("There is no server " + name);
        };
    }

    /**
     * Says in the system properties of arquillian.xml how Arquillian shall start the server.
     *
     * @param port where its applications are
     * @param name of what is tested, for the files
     * @param beside deployed too; one that fails does not keep the next one from starting
     */
    void place(int port, String name, List<Path> beside) throws IOException;

    /** Whether everything beside Arquillian's deployment was deployed, or has failed. */
    boolean isComplete() throws IOException;

    /** What the server has logged. */
    String log() throws IOException;

    /** What stands in the log before a sentence of ours, as a pattern. */
    String ours(Level level);

    /** The class that sends in its own way. */
    String transport();

    /** What is said of an application that has updatable-ejb twice, as a pattern. */
    String twoCopiesOfTheServer();

    /** Starts the server that deploys EARs. */
    EarServer serverForEars() throws IOException, InterruptedException;
}
