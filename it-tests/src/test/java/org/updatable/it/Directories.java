package org.updatable.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Directories with all that is in them. */
public final class Directories {
    private Directories() {}

    /** Deletes one, if it is there. */
    public static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) return;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    /** Copies one, in the place of what was there before. */
    static void copy(Path directory, Path there) throws IOException {
        delete(there);
        Files.createDirectories(there.getParent());
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) Files.copy(file, there.resolve(directory.relativize(file)));
        }
    }
}
