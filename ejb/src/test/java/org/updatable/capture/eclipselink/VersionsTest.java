package org.updatable.capture.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VersionsTest {

    /** EclipseLink 5 answers lists instead: what refers to a method that answers a vector does not start there. */
    @Test
    void noMethodIsNeededThatAnswersAVector() throws Exception {
        Path classes = Path.of(Mapping.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> all = Files.walk(classes)) {
            List<Path> compiled =
                    all.filter(file -> file.toString().endsWith(".class")).toList();
            assertThat(compiled).anyMatch(file -> file.endsWith("Mapping.class"));
            assertThat(compiled).noneMatch(VersionsTest::answersAVector);
        }
    }

    private static boolean answersAVector(Path compiled) {
        try {
            return new String(Files.readAllBytes(compiled), StandardCharsets.ISO_8859_1)
                    .contains(")Ljava/util/Vector;");
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
