package org.updatable.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The Payara that is told at run time what to deploy; Payara Micro is meant to end with its application. */
final class PayaraProcess implements Host {
    private final PayaraServer server;

    PayaraProcess() throws IOException, InterruptedException {
        server = new PayaraServer();
    }

    @Override
    public void deploy(Path application) throws IOException, InterruptedException {
        ask("deploy", "--force=true", application.toString());
    }

    @Override
    public void undeploy(Path application) throws IOException, InterruptedException {
        ask("undeploy", application.getFileName().toString().replace(".war", ""));
    }

    @Override
    public String log() throws IOException {
        return server.log();
    }

    @Override
    public long pid() throws IOException {
        return Long.parseLong(
                Files.readString(PayaraServer.DOMAIN.resolve("config/pid")).trim());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.stop();
    }

    private void ask(String command, String... operands) throws IOException, InterruptedException {
        String told = server.ask(command, operands);
        if (!told.contains("executed successfully")) throw new IllegalStateException(told);
    }
}
