package org.updatable.it;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Payara Micro with one application. */
final class PayaraMicroProcess extends ServerProcess {

    /** @param options of the JVM, beside its usual ones */
    PayaraMicroProcess(Path application, List<String> options) throws IOException {
        this(application, options, "/payara-micro.commands");
    }

    /** @param commands the name of a file of what it is told before it starts */
    PayaraMicroProcess(Path application, List<String> options, String commands) throws IOException {
        super(command(application, options, commands), "payara-micro", " ready in ");
    }

    private static List<String> command(Path application, List<String> options, String commands) {
        int port = Ports.free();
        Server.placeAt(port);
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(OPTIONS);
        command.addAll(options);
        command.addAll(List.of(
                "-Dh2.bindAddress=127.0.0.1",
                "-jar",
                DIRECTORY.resolve("payara-micro.jar").toString(),
                "--nocluster",
                "--nohazelcast",
                "--prebootcommandfile",
                file(commands).toString(),
                "--port",
                Integer.toString(port),
                "--deploy",
                application.toString()));
        return command;
    }

    private static Path file(String resource) {
        try {
            return Path.of(PayaraMicroProcess.class.getResource(resource).toURI());
        } catch (URISyntaxException notAFile) {
            throw new IllegalStateException(notAFile);
        }
    }
}
