package org.updatable.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updatable.settings.Settings;

class SecretsTest {
    private static final String LONG = "long enough to be a secret";

    private final Path directory;

    SecretsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void theSecretsThatAreSetAreUsedTheNewestFirst() {
        assertThat(secrets(Map.of("updatable.token-secrets", LONG + "2 , " + LONG + "1,")))
                .containsExactly(LONG + "2", LONG + "1");
    }

    @Test
    void aShortOneIsNotUsed() {
        assertThat(secrets(Map.of("updatable.token-secrets", "short," + LONG))).containsExactly(LONG);
        assertThat(secrets(Map.of("updatable.token-secrets", "short")))
                .singleElement()
                .isNotEqualTo("short");
    }

    @Test
    void withoutAnyThereIsANewOneAtEachStart() {
        assertThat(secrets(Map.of())).hasSize(1).isNotEqualTo(secrets(Map.of()));
    }

    @Test
    void aFileKeepsItForItsOwnerOnly() throws IOException {
        Path file = directory.resolve("secret");

        List<String> made = secrets(Map.of("updatable.token-secret-file", file.toString()));

        assertThat(secrets(Map.of("updatable.token-secret-file", file.toString())))
                .isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void severalServersThatStartTogetherKeepOneSecret() {
        Path file = directory.resolve("secret");
        Set<List<String>> made = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 16)
                .parallel()
                .forEach(server -> made.add(secrets(Map.of("updatable.token-secret-file", file.toString()))));

        assertThat(made).hasSize(1);
    }

    @Test
    void aFileThatCannotBeKeptHarmsNobody() {
        assertThat(secrets(Map.of("updatable.token-secret-file", "/proc/none/secret")))
                .hasSize(1);
    }

    private static List<String> secrets(Map<String, String> settings) {
        return Secrets.of(new Settings(name -> Optional.ofNullable(settings.get(name)))).stream()
                .map(secret -> new String(secret, UTF_8))
                .toList();
    }
}
