package org.updatable.it.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The process of {@link Raw}, with the options of the server that is measured. */
final class RawProcess implements AutoCloseable {
    private static final int PATIENCE = 20;

    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;
    private final int port;

    /** Starts it, and waits until it says where it is. */
    RawProcess() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("it.options").trim().split("\\s+")));
        String classes =
                Raw.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        command.addAll(List.of("-cp", classes, Raw.class.getName()));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader(StandardCharsets.US_ASCII);
        orders = process.outputWriter(StandardCharsets.US_ASCII);
        port = Integer.parseInt(answers.readLine());
    }

    long pid() {
        return process.pid();
    }

    URI door() {
        return URI.create("ws://127.0.0.1:" + port + "/");
    }

    /** Lets it follow a conductor, with so many frames in a write; done when it does no longer. */
    CompletableFuture<?> follow(int conductor, int frames) {
        try {
            orders.write(conductor + " " + frames + "\n");
            orders.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return CompletableFuture.supplyAsync(() -> {
            try {
                return answers.readLine();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    /** It ends when it is told nothing more. */
    @Override
    public void close() throws IOException {
        orders.close();
        process.onExit()
                .completeOnTimeout(process, PATIENCE, TimeUnit.SECONDS)
                .join()
                .destroyForcibly();
    }
}
