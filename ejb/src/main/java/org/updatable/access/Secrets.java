package org.updatable.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.updatable.settings.Settings;

/** The secrets that tokens are made with: set, kept in a file, or new at each start. */
final class Secrets {
    private static final Logger LOG = System.getLogger("org.updatable");

    /** Fewer could be tried out by who has one token. */
    private static final int SHORTEST = 16;

    private static final int BYTES = 32;

    private static final String TOO_SHORT =
            "A secret for tokens has at least {0} characters: one that is set is shorter, and is not used. Make one with: openssl rand -base64 32";
    private static final String NEW =
            "The secret for tokens is a new one: pages that are open while this server starts again fetch their tokens anew, and other servers do not accept them. To keep it, set updatable.token-secrets or updatable.token-secret-file.";
    private static final String UNREADABLE = "The secret for tokens can be neither read from {0} nor kept there ({1}).";

    private Secrets() {}

    /**
     * Finds them.
     *
     * @return at least one; the first is the one to use, the others are still accepted
     */
    static List<byte[]> of(Settings settings) {
        List<byte[]> secrets = new ArrayList<>();
        settings.tokenSecrets().forEach(secret -> add(secret, secrets));
        if (secrets.isEmpty())
            settings.tokenSecretFile().ifPresent(file -> kept(file).forEach(one -> add(one, secrets)));
        if (secrets.isEmpty()) {
            LOG.log(Level.INFO, NEW);
            secrets.add(random().getBytes(UTF_8));
        }
        return secrets;
    }

    private static void add(String secret, List<byte[]> secrets) {
        if (secret.length() < SHORTEST) LOG.log(Level.WARNING, TOO_SHORT, SHORTEST);
        else secrets.add(secret.getBytes(UTF_8));
    }

    /** One in each line. The file is made when it is not there; of several servers that share it one does. */
    private static List<String> kept(Path file) {
        try {
            return lines(file).or(() -> made(file)).orElse(List.of());
        } catch (IOException | SecurityException problem) {
            LOG.log(Level.WARNING, UNREADABLE, file, problem);
            return List.of();
        }
    }

    private static Optional<List<String>> lines(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllLines(file).stream()
                    .map(String::trim)
                    .filter(line -> !line.isEmpty())
                    .toList());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** Whole or not at all, and for its owner only. */
    private static Optional<List<String>> made(Path file) {
        try {
            Path directory =
                    Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
            Path begun = Files.createTempFile(directory, "updatable", ".secret"); // only its owner may read it
            try {
                Files.writeString(begun, random());
                Files.createLink(file, begun);
            } catch (FileAlreadyExistsException another) {
                LOG.log(Level.DEBUG, "Another server made it.", another);
            } catch (UnsupportedOperationException noLinks) {
                Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(begun);
            }
            return lines(file);
        } catch (IOException | SecurityException problem) {
            LOG.log(Level.WARNING, UNREADABLE, file, problem);
            return Optional.empty();
        }
    }

    private static String random() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }
}
