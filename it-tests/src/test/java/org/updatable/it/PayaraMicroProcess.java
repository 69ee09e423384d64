package org.updatable.it;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** A Payara Micro with one application. */
final class PayaraMicroProcess extends ServerProcess {

    PayaraMicroProcess(Path application) throws IOException {
        super(command(application), "payara-micro", " ready in ");
    }

    private static List<String> command(Path application) {
        int port = Server.freePort();
        Server.placeAt(port);
        return List.of(
                JAVA,
                "-Xmx512m",
                "-Dh2.bindAddress=127.0.0.1",
                "-jar",
                DIRECTORY.resolve("payara-micro.jar").toString(),
                "--nocluster",
                "--nohazelcast",
                "--prebootcommandfile",
                commands().toString(),
                "--port",
                Integer.toString(port),
                "--deploy",
                application.toString());
    }

    private static Path commands() {
        try {
            return Path.of(PayaraMicroProcess.class
                    .getResource("/payara-micro.commands")
                    .toURI());
        } catch (URISyntaxException notAFile) {
            throw new IllegalStateException(notAFile);
        }
    }
}
