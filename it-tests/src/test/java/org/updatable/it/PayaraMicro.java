package org.updatable.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Payara Micro, and for EARs, which it does not deploy, the {@link PayaraServer}. */
final class PayaraMicro implements Brand {
    private Path log = Path.of("");

    @Override
    public void place(int port, String name, List<Path> beside) throws IOException {
        Path directory = Server.directory();
        log = directory.resolve(name + ".log");
        for (Path earlier : logs()) Files.delete(earlier);
        Path deploy = directory.resolve(name + ".commands");
        Files.write(deploy, beside.stream().map(file -> "deploy " + file).toList());
        System.setProperty("it.port", Integer.toString(port));
        System.setProperty("it.commands", escaped(commands()));
        System.setProperty("it.log", escaped(log));
        System.setProperty("it.beside", "--postdeploycommandfile " + escaped(deploy));
    }

    /** The server says so when all are deployed, which is after Arquillian's deployment. */
    @Override
    public boolean isComplete() throws IOException {
        return log().contains(" ready in ");
    }

    @Override
    public String log() throws IOException {
        return logs().stream().map(PayaraMicro::text).collect(Collectors.joining());
    }

    /** Payara Micro writes in colours, the other one on two lines. */
    @Override
    public String ours(Level level) {
        return "%s\\S*\\] \\[\\] \\[\\S*org\\.updatable\\S*\\].*\\s+"
                .formatted(level == Level.ERROR ? "SEVERE" : level);
    }

    @Override
    public String transport() {
        return "TyrusTransport";
    }

    @Override
    public String twoCopiesOfTheServer() {
        return Layouts.toldOfTwoCopies("ejb");
    }

    @Override
    public EarServer serverForEars() throws IOException, InterruptedException {
        return new PayaraServer();
    }

    /** The server adds to the files of an earlier run; a long log has several. */
    private List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(log.getParent())) {
            return files.filter(file -> file.getFileName().toString().matches(log.getFileName() + "\\.\\d+"))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path commands() {
        try {
            return Path.of(
                    PayaraMicro.class.getResource("/payara-micro.commands").toURI());
        } catch (URISyntaxException notAFile) {
            throw new IllegalStateException(notAFile);
        }
    }

    /** The adapter splits its options at spaces. */
    private static String escaped(Path path) {
        return path.toString().replace(" ", "\\ ");
    }
}
