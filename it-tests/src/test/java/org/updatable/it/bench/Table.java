package org.updatable.it.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was measured, for people: a file in Markdown, and the console. */
final class Table {
    private final String title;
    private final List<List<String>> lines = new ArrayList<>();

    Table(String title, String... heads) {
        this.title = title;
        line((Object[]) heads);
        lines.add(Collections.nCopies(heads.length, "---"));
    }

    /** Numbers that are not whole have one digit behind the point. */
    void line(Object... cells) {
        List<String> line = new ArrayList<>();
        for (Object cell : cells)
            line.add(cell instanceof Double number ? String.format(Locale.ROOT, "%.1f", number) : String.valueOf(cell));
        lines.add(line);
    }

    /** Writes the file of this name for the server that is tested. */
    void write(String name) throws IOException {
        String server = System.getProperty("arquillian.launch");
        String text = "%s: on %s, JDK %s, %d processors%n%n%s%n"
                .formatted(
                        title,
                        server,
                        Runtime.version().feature(),
                        Runtime.getRuntime().availableProcessors(),
                        lines.stream()
                                .map(line -> "| " + String.join(" | ", line) + " |")
                                .collect(Collectors.joining(System.lineSeparator())));
        Path directory = Files.createDirectories(Path.of(System.getProperty("it.directory"), "bench"));
        Files.writeString(directory.resolve(name + "-" + server + ".md"), text);
        // Not System.err, which Failsafe keeps in a file.
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8).println(text);
    }
}
